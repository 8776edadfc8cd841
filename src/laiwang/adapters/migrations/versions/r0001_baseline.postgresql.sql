CREATE TABLE access_tokens (
	token_hash text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	expires_ms BIGINT,
	came_of text COLLATE "C",
	PRIMARY KEY (token_hash)
);
CREATE INDEX access_tokens_device ON access_tokens (user_id, device_id);
CREATE TABLE accounts (
	user_id text COLLATE "C" NOT NULL,
	password_hash text COLLATE "C",
	is_admin bigint NOT NULL,
	is_deactivated bigint NOT NULL,
	is_locked bigint NOT NULL,
	is_suspended bigint NOT NULL,
	created_ms BIGINT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE activity_days (
	day BIGINT NOT NULL,
	messages BIGINT NOT NULL,
	people BIGINT NOT NULL,
	PRIMARY KEY (day)
);
CREATE TABLE activity_last_days (
	user_id text COLLATE "C" NOT NULL,
	day BIGINT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE INDEX activity_last_days_day ON activity_last_days (day);
CREATE TABLE activity_writers (
	day BIGINT NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	PRIMARY KEY (day, user_id)
);
CREATE TABLE address_links (
	token_hash text COLLATE "C" NOT NULL,
	sid text COLLATE "C" NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (token_hash)
);
CREATE INDEX address_links_expires ON address_links (expires_ms);
CREATE INDEX address_links_sid ON address_links (sid);
CREATE TABLE address_proofs (
	sid text COLLATE "C" NOT NULL,
	purpose text COLLATE "C" NOT NULL,
	address text COLLATE "C" NOT NULL,
	secret_hash text COLLATE "C" NOT NULL,
	attempt BIGINT NOT NULL,
	language text COLLATE "C" NOT NULL,
	next_link text COLLATE "C",
	expires_ms BIGINT NOT NULL,
	validated_ms BIGINT,
	spent_by text COLLATE "C",
	PRIMARY KEY (sid)
);
CREATE UNIQUE INDEX address_proofs_asked ON address_proofs (address, secret_hash, purpose);
CREATE INDEX address_proofs_expires ON address_proofs (expires_ms);
CREATE TABLE addresses (
	address text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	validated_ms BIGINT NOT NULL,
	added_ms BIGINT NOT NULL,
	PRIMARY KEY (address)
);
CREATE INDEX addresses_user ON addresses (user_id);
CREATE TABLE aliases (
	alias text COLLATE "C" NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	creator text COLLATE "C" NOT NULL,
	PRIMARY KEY (alias)
);
CREATE INDEX aliases_room ON aliases (room_id);
CREATE TABLE announcements (
	id BIGINT NOT NULL,
	created_by text COLLATE "C" NOT NULL,
	created_ms BIGINT NOT NULL,
	body text COLLATE "C" NOT NULL,
	html text COLLATE "C",
	people text COLLATE "C",
	request_id text COLLATE "C",
	after_user text COLLATE "C" NOT NULL,
	told BIGINT NOT NULL,
	finished_ms BIGINT,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX announcements_request ON announcements (created_by, request_id) WHERE request_id IS NOT NULL;
CREATE TABLE audit (
	id BIGSERIAL NOT NULL,
	at_ms BIGINT NOT NULL,
	actor text COLLATE "C" NOT NULL,
	act text COLLATE "C" NOT NULL,
	subject text COLLATE "C" NOT NULL,
	"old" text COLLATE "C",
	"new" text COLLATE "C",
	PRIMARY KEY (id)
);
CREATE INDEX audit_subject ON audit (subject, id);
CREATE TABLE blocked_rooms (
	room_id text COLLATE "C" NOT NULL,
	reason text COLLATE "C" NOT NULL,
	blocked_by text COLLATE "C" NOT NULL,
	blocked_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE burn_marks (
	room_id text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	thread text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id, user_id, thread)
);
CREATE TABLE burn_pending (
	position BIGINT NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	event_id text COLLATE "C" NOT NULL,
	sender text COLLATE "C" NOT NULL,
	thread text COLLATE "C" NOT NULL,
	after_ms BIGINT NOT NULL,
	is_running bigint NOT NULL,
	due_ms BIGINT NOT NULL,
	PRIMARY KEY (position)
);
CREATE INDEX burn_pending_due ON burn_pending (due_ms);
CREATE INDEX burn_pending_event ON burn_pending (event_id);
CREATE INDEX burn_pending_room ON burn_pending (room_id, is_running, sender, thread, position);
CREATE TABLE burn_timers (
	room_id text COLLATE "C" NOT NULL,
	after_ms BIGINT NOT NULL,
	start text COLLATE "C" NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE cross_signing_keys (
	user_id text COLLATE "C" NOT NULL,
	usage text COLLATE "C" NOT NULL,
	public_key text COLLATE "C" NOT NULL,
	json BYTEA NOT NULL,
	PRIMARY KEY (user_id, usage)
);
CREATE TABLE cursors (
	follower text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (follower)
);
CREATE TABLE dehydrated_devices (
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	data BYTEA NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE device_keys (
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	json BYTEA NOT NULL,
	PRIMARY KEY (user_id, device_id)
);
CREATE TABLE devices (
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	display_name text COLLATE "C",
	last_seen_ms BIGINT,
	last_seen_ip text COLLATE "C",
	is_dehydrated bigint NOT NULL,
	PRIMARY KEY (user_id, device_id)
);
CREATE TABLE event_ids (
	event_id text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (event_id)
);
CREATE TABLE fallback_keys (
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	algorithm text COLLATE "C" NOT NULL,
	key_id text COLLATE "C" NOT NULL,
	json BYTEA NOT NULL,
	used bigint NOT NULL,
	PRIMARY KEY (user_id, device_id, algorithm)
);
CREATE TABLE filters (
	user_id text COLLATE "C" NOT NULL,
	number BIGINT NOT NULL,
	digest text COLLATE "C" NOT NULL,
	definition BYTEA NOT NULL,
	PRIMARY KEY (user_id, number)
);
CREATE UNIQUE INDEX filters_digest ON filters (user_id, digest);
CREATE TABLE key_backup_keys (
	user_id text COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	session_id text COLLATE "C" NOT NULL,
	first_message_index BIGINT NOT NULL,
	forwarded_count BIGINT NOT NULL,
	is_verified bigint NOT NULL,
	session_data BYTEA NOT NULL,
	PRIMARY KEY (user_id, version, room_id, session_id)
);
CREATE TABLE key_backup_last_versions (
	user_id text COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE key_backup_versions (
	user_id text COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	algorithm text COLLATE "C" NOT NULL,
	auth_data BYTEA NOT NULL,
	etag BIGINT NOT NULL,
	count BIGINT NOT NULL,
	PRIMARY KEY (user_id, version)
);
CREATE TABLE key_signatures (
	target_user text COLLATE "C" NOT NULL,
	target_key text COLLATE "C" NOT NULL,
	signer_user text COLLATE "C" NOT NULL,
	signer_key text COLLATE "C" NOT NULL,
	signature text COLLATE "C" NOT NULL,
	PRIMARY KEY (target_user, target_key, signer_user, signer_key)
);
CREATE INDEX key_signatures_signer ON key_signatures (signer_user, signer_key);
CREATE TABLE links (
	url_key text COLLATE "C" NOT NULL,
	fetched_ms BIGINT NOT NULL,
	fresh_until_ms BIGINT NOT NULL,
	card BYTEA NOT NULL,
	media_id text COLLATE "C",
	PRIMARY KEY (url_key, fetched_ms)
);
CREATE INDEX links_fetched ON links (fetched_ms);
CREATE TABLE log (
	position BIGINT NOT NULL,
	topic bigint NOT NULL,
	kind text COLLATE "C" NOT NULL,
	key text COLLATE "C",
	mark BIGINT NOT NULL,
	body BYTEA NOT NULL,
	meta BYTEA,
	PRIMARY KEY (position)
);
CREATE UNIQUE INDEX log_key ON log (topic, key) WHERE key IS NOT NULL;
CREATE INDEX log_topic ON log (topic, position, mark);
CREATE TABLE log_position (
	id SERIAL NOT NULL,
	value BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE media (
	media_id text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	state text COLLATE "C" NOT NULL,
	content_type text COLLATE "C" NOT NULL,
	file_name text COLLATE "C" NOT NULL,
	size_bytes BIGINT NOT NULL,
	sha256 text COLLATE "C" NOT NULL,
	created_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	is_fetched bigint NOT NULL,
	PRIMARY KEY (media_id)
);
CREATE INDEX media_expiry ON media (state, expires_ms);
CREATE INDEX media_fetched ON media (is_fetched, created_ms, media_id);
CREATE INDEX media_user ON media (user_id, state);
CREATE TABLE media_given_up (
	media_id text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	PRIMARY KEY (media_id)
);
CREATE TABLE media_uses (
	media_id text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	PRIMARY KEY (media_id, position)
);
CREATE INDEX media_uses_position ON media_uses (position);
CREATE INDEX media_uses_room ON media_uses (room_id, media_id);
CREATE TABLE memberships (
	user_id text COLLATE "C" NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	membership text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	forgotten bigint NOT NULL,
	PRIMARY KEY (user_id, room_id)
);
CREATE INDEX memberships_room ON memberships (room_id, membership);
CREATE TABLE notice_rooms (
	user_id text COLLATE "C" NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE one_time_keys (
	id BIGSERIAL NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	algorithm text COLLATE "C" NOT NULL,
	key_id text COLLATE "C" NOT NULL,
	json BYTEA NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (user_id, device_id, algorithm, key_id)
);
CREATE INDEX one_time_keys_oldest ON one_time_keys (user_id, device_id, algorithm, id);
CREATE TABLE outbox (
	mail_id text COLLATE "C" NOT NULL,
	letter text COLLATE "C" NOT NULL,
	address text COLLATE "C" NOT NULL,
	language text COLLATE "C" NOT NULL,
	sid text COLLATE "C",
	tries bigint NOT NULL,
	due_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (mail_id)
);
CREATE INDEX outbox_due ON outbox (due_ms);
CREATE TABLE passes (
	token_hash text COLLATE "C" NOT NULL,
	kind text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (token_hash)
);
CREATE INDEX passes_expires ON passes (expires_ms);
CREATE INDEX passes_user ON passes (user_id);
CREATE TABLE people_search (
	user_id text COLLATE "C" NOT NULL,
	name text COLLATE "C" NOT NULL,
	readings text COLLATE "C" NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE people_search_open_rooms (
	room_id text COLLATE "C" NOT NULL,
	why text COLLATE "C" NOT NULL,
	PRIMARY KEY (room_id, why)
);
CREATE TABLE profiles (
	user_id text COLLATE "C" NOT NULL,
	name text COLLATE "C" NOT NULL,
	value text COLLATE "C" NOT NULL,
	PRIMARY KEY (user_id, name)
);
CREATE TABLE profiles_spreading (
	user_id text COLLATE "C" NOT NULL,
	since_ms BIGINT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE published_networks (
	service_id text COLLATE "C" NOT NULL,
	network_id text COLLATE "C" NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	PRIMARY KEY (service_id, network_id, room_id)
);
CREATE TABLE published_rooms (
	room_id text COLLATE "C" NOT NULL,
	since_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE purges (
	id BIGINT NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	requested_by text COLLATE "C" NOT NULL,
	before_event_id text COLLATE "C",
	before_ms BIGINT,
	looked_at BIGINT NOT NULL,
	deleted BIGINT NOT NULL,
	files BIGINT NOT NULL,
	started_ms BIGINT NOT NULL,
	finished_ms BIGINT,
	before_position BIGINT NOT NULL,
	reached BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX purges_open ON purges (room_id) WHERE finished_ms IS NULL;
CREATE INDEX purges_room ON purges (room_id, id);
CREATE TABLE push_pending (
	user_id text COLLATE "C" NOT NULL,
	app_id text COLLATE "C" NOT NULL,
	pushkey text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	tweaks text COLLATE "C" NOT NULL,
	at_ms BIGINT NOT NULL,
	PRIMARY KEY (user_id, app_id, pushkey, position)
);
CREATE TABLE push_rules (
	user_id text COLLATE "C" NOT NULL,
	changes text COLLATE "C" NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE pushers (
	app_id text COLLATE "C" NOT NULL,
	pushkey text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	kind text COLLATE "C" NOT NULL,
	shown text COLLATE "C" NOT NULL,
	created_ms BIGINT NOT NULL,
	since BIGINT NOT NULL,
	PRIMARY KEY (app_id, pushkey, user_id)
);
CREATE INDEX pushers_user ON pushers (user_id, device_id);
CREATE TABLE refresh_tokens (
	token_hash text COLLATE "C" NOT NULL,
	user_id text COLLATE "C" NOT NULL,
	device_id text COLLATE "C" NOT NULL,
	access_hash text COLLATE "C" NOT NULL,
	came_of text COLLATE "C",
	PRIMARY KEY (token_hash)
);
CREATE INDEX refresh_tokens_device ON refresh_tokens (user_id, device_id);
CREATE TABLE registration_tokens (
	token text COLLATE "C" NOT NULL,
	uses_left BIGINT,
	expires_ms BIGINT,
	created_ms BIGINT NOT NULL,
	PRIMARY KEY (token)
);
CREATE TABLE relations (
	parent text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	room_id text COLLATE "C" NOT NULL,
	event_id text COLLATE "C" NOT NULL,
	rel_type text COLLATE "C" NOT NULL,
	type text COLLATE "C" NOT NULL,
	sender text COLLATE "C" NOT NULL,
	annotation text COLLATE "C",
	parent_position BIGINT NOT NULL,
	PRIMARY KEY (parent, position)
);
CREATE UNIQUE INDEX relations_annotation ON relations (parent, sender, type, annotation) WHERE annotation IS NOT NULL;
CREATE INDEX relations_bundled ON relations (room_id, parent_position) WHERE rel_type IN ('m.replace', 'm.thread', 'm.reference');
CREATE INDEX relations_position ON relations (position);
CREATE INDEX relations_threads ON relations (room_id, parent, position, sender) WHERE rel_type = 'm.thread';
CREATE TABLE reports (
	id BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	reporter text COLLATE "C" NOT NULL,
	kind text COLLATE "C" NOT NULL,
	subject text COLLATE "C" NOT NULL,
	room_id text COLLATE "C",
	event_id text COLLATE "C",
	user_id text COLLATE "C",
	reason text COLLATE "C" NOT NULL,
	event BYTEA,
	resolved_ms BIGINT,
	resolved_by text COLLATE "C",
	resolution text COLLATE "C",
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX reports_open ON reports (reporter, subject) WHERE resolved_ms IS NULL;
CREATE TABLE room_shutdowns (
	room_id text COLLATE "C" NOT NULL,
	reason text COLLATE "C" NOT NULL,
	notice text COLLATE "C" NOT NULL,
	started_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE room_state (
	room_id text COLLATE "C" NOT NULL,
	type text COLLATE "C" NOT NULL,
	state_key text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id, type, state_key, position)
);
CREATE INDEX room_state_position ON room_state (room_id, position);
CREATE TABLE rooms (
	room_id text COLLATE "C" NOT NULL,
	version text COLLATE "C" NOT NULL,
	depth BIGINT NOT NULL,
	head text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE search_blocks (
	position BIGINT NOT NULL,
	room bigint NOT NULL,
	last BIGINT NOT NULL,
	size bigint NOT NULL,
	text_bytes bigint NOT NULL,
	is_sealed bigint NOT NULL,
	grams BYTEA NOT NULL,
	PRIMARY KEY (position)
);
CREATE INDEX search_blocks_open ON search_blocks (room, position) WHERE is_sealed = 0;
CREATE INDEX search_blocks_place ON search_blocks (room, position);
CREATE INDEX search_blocks_room ON search_blocks (room, last, position);
CREATE TABLE search_edits (
	source BIGINT NOT NULL,
	original BIGINT NOT NULL,
	PRIMARY KEY (source)
);
CREATE INDEX search_edits_original ON search_edits (original);
CREATE TABLE search_texts (
	position BIGINT NOT NULL,
	positions BYTEA NOT NULL,
	text BYTEA NOT NULL,
	PRIMARY KEY (position)
);
CREATE TABLE service_places (
	service_id text COLLATE "C" NOT NULL,
	position BIGINT NOT NULL,
	txn_id text COLLATE "C" NOT NULL,
	target BIGINT NOT NULL,
	positions text COLLATE "C" NOT NULL,
	PRIMARY KEY (service_id)
);
CREATE TABLE thumbnails (
	media_id text COLLATE "C" NOT NULL,
	size text COLLATE "C" NOT NULL,
	content_type text COLLATE "C" NOT NULL,
	size_bytes BIGINT NOT NULL,
	PRIMARY KEY (media_id, size)
);
CREATE TABLE topics (
	id SERIAL NOT NULL,
	name text COLLATE "C" NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (name)
);
CREATE TABLE transactions (
	device_key text COLLATE "C" NOT NULL,
	scope text COLLATE "C" NOT NULL,
	txn_id text COLLATE "C" NOT NULL,
	event_id text COLLATE "C" NOT NULL,
	at_ms BIGINT NOT NULL,
	PRIMARY KEY (device_key, scope, txn_id)
);
CREATE INDEX transactions_at ON transactions (at_ms);
CREATE TABLE web_push_key (
	id SERIAL NOT NULL,
	private text COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
);
ALTER TABLE log_position ADD COLUMN changes bigint NOT NULL DEFAULT 0;
ALTER TABLE log_position SET (fillfactor = 10);
CREATE TABLE log_changes (serial bigint PRIMARY KEY, topic text NOT NULL, position bigint, key text);
INSERT INTO log_position (id, value) VALUES (1, 0);
