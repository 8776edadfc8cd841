CREATE TABLE access_tokens (
	token_hash TEXT NOT NULL,
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	expires_ms BIGINT,
	came_of TEXT,
	PRIMARY KEY (token_hash)
);
CREATE INDEX access_tokens_device ON access_tokens (user_id, device_id);
CREATE TABLE accounts (
	user_id TEXT NOT NULL,
	password_hash TEXT,
	is_admin INTEGER NOT NULL,
	is_deactivated INTEGER NOT NULL,
	is_locked INTEGER NOT NULL,
	is_suspended INTEGER NOT NULL,
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
	user_id TEXT NOT NULL,
	day BIGINT NOT NULL,
	PRIMARY KEY (user_id)
)
 WITHOUT ROWID;
CREATE INDEX activity_last_days_day ON activity_last_days (day);
CREATE TABLE activity_writers (
	day BIGINT NOT NULL,
	user_id TEXT NOT NULL,
	PRIMARY KEY (day, user_id)
)
 WITHOUT ROWID;
CREATE TABLE address_links (
	token_hash TEXT NOT NULL,
	sid TEXT NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (token_hash)
);
CREATE INDEX address_links_expires ON address_links (expires_ms);
CREATE INDEX address_links_sid ON address_links (sid);
CREATE TABLE address_proofs (
	sid TEXT NOT NULL,
	purpose TEXT NOT NULL,
	address TEXT NOT NULL,
	secret_hash TEXT NOT NULL,
	attempt BIGINT NOT NULL,
	language TEXT NOT NULL,
	next_link TEXT,
	expires_ms BIGINT NOT NULL,
	validated_ms BIGINT,
	spent_by TEXT,
	PRIMARY KEY (sid)
);
CREATE UNIQUE INDEX address_proofs_asked ON address_proofs (address, secret_hash, purpose);
CREATE INDEX address_proofs_expires ON address_proofs (expires_ms);
CREATE TABLE addresses (
	address TEXT NOT NULL,
	user_id TEXT NOT NULL,
	validated_ms BIGINT NOT NULL,
	added_ms BIGINT NOT NULL,
	PRIMARY KEY (address)
);
CREATE INDEX addresses_user ON addresses (user_id);
CREATE TABLE aliases (
	alias TEXT NOT NULL,
	room_id TEXT NOT NULL,
	creator TEXT NOT NULL,
	PRIMARY KEY (alias)
);
CREATE INDEX aliases_room ON aliases (room_id);
CREATE TABLE announcements (
	id BIGINT NOT NULL,
	created_by TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	body TEXT NOT NULL,
	html TEXT,
	people TEXT,
	request_id TEXT,
	after_user TEXT NOT NULL,
	told BIGINT NOT NULL,
	finished_ms BIGINT,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX announcements_request ON announcements (created_by, request_id) WHERE request_id IS NOT NULL;
CREATE TABLE audit (
	id INTEGER NOT NULL,
	at_ms BIGINT NOT NULL,
	actor TEXT NOT NULL,
	act TEXT NOT NULL,
	subject TEXT NOT NULL,
	old TEXT,
	new TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX audit_subject ON audit (subject, id);
CREATE TABLE blocked_rooms (
	room_id TEXT NOT NULL,
	reason TEXT NOT NULL,
	blocked_by TEXT NOT NULL,
	blocked_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
)
 WITHOUT ROWID;
CREATE TABLE burn_marks (
	room_id TEXT NOT NULL,
	user_id TEXT NOT NULL,
	thread TEXT NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id, user_id, thread)
)
 WITHOUT ROWID;
CREATE TABLE burn_pending (
	position BIGINT NOT NULL,
	room_id TEXT NOT NULL,
	event_id TEXT NOT NULL,
	sender TEXT NOT NULL,
	thread TEXT NOT NULL,
	after_ms BIGINT NOT NULL,
	is_running INTEGER NOT NULL,
	due_ms BIGINT NOT NULL,
	PRIMARY KEY (position)
);
CREATE INDEX burn_pending_due ON burn_pending (due_ms);
CREATE INDEX burn_pending_event ON burn_pending (event_id);
CREATE INDEX burn_pending_room ON burn_pending (room_id, is_running, sender, thread, position);
CREATE TABLE burn_timers (
	room_id TEXT NOT NULL,
	after_ms BIGINT NOT NULL,
	start TEXT NOT NULL,
	PRIMARY KEY (room_id)
)
 WITHOUT ROWID;
CREATE TABLE cross_signing_keys (
	user_id TEXT NOT NULL,
	usage TEXT NOT NULL,
	public_key TEXT NOT NULL,
	json BLOB NOT NULL,
	PRIMARY KEY (user_id, usage)
)
 WITHOUT ROWID;
CREATE TABLE cursors (
	follower TEXT NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (follower)
);
CREATE TABLE dehydrated_devices (
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	data BLOB NOT NULL,
	PRIMARY KEY (user_id)
)
 WITHOUT ROWID;
CREATE TABLE device_keys (
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	json BLOB NOT NULL,
	PRIMARY KEY (user_id, device_id)
)
 WITHOUT ROWID;
CREATE TABLE devices (
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	display_name TEXT,
	last_seen_ms BIGINT,
	last_seen_ip TEXT,
	is_dehydrated INTEGER NOT NULL,
	PRIMARY KEY (user_id, device_id)
)
 WITHOUT ROWID;
CREATE TABLE event_ids (
	event_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (event_id)
)
 WITHOUT ROWID;
CREATE TABLE fallback_keys (
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	algorithm TEXT NOT NULL,
	key_id TEXT NOT NULL,
	json BLOB NOT NULL,
	used INTEGER NOT NULL,
	PRIMARY KEY (user_id, device_id, algorithm)
)
 WITHOUT ROWID;
CREATE TABLE filters (
	user_id TEXT NOT NULL,
	number BIGINT NOT NULL,
	digest TEXT NOT NULL,
	definition BLOB NOT NULL,
	PRIMARY KEY (user_id, number)
)
 WITHOUT ROWID;
CREATE UNIQUE INDEX filters_digest ON filters (user_id, digest);
CREATE TABLE key_backup_keys (
	user_id TEXT NOT NULL,
	version BIGINT NOT NULL,
	room_id TEXT NOT NULL,
	session_id TEXT NOT NULL,
	first_message_index BIGINT NOT NULL,
	forwarded_count BIGINT NOT NULL,
	is_verified INTEGER NOT NULL,
	session_data BLOB NOT NULL,
	PRIMARY KEY (user_id, version, room_id, session_id)
)
 WITHOUT ROWID;
CREATE TABLE key_backup_last_versions (
	user_id TEXT NOT NULL,
	version BIGINT NOT NULL,
	PRIMARY KEY (user_id)
)
 WITHOUT ROWID;
CREATE TABLE key_backup_versions (
	user_id TEXT NOT NULL,
	version BIGINT NOT NULL,
	algorithm TEXT NOT NULL,
	auth_data BLOB NOT NULL,
	etag BIGINT NOT NULL,
	count BIGINT NOT NULL,
	PRIMARY KEY (user_id, version)
)
 WITHOUT ROWID;
CREATE TABLE key_signatures (
	target_user TEXT NOT NULL,
	target_key TEXT NOT NULL,
	signer_user TEXT NOT NULL,
	signer_key TEXT NOT NULL,
	signature TEXT NOT NULL,
	PRIMARY KEY (target_user, target_key, signer_user, signer_key)
)
 WITHOUT ROWID;
CREATE INDEX key_signatures_signer ON key_signatures (signer_user, signer_key);
CREATE TABLE links (
	url_key TEXT NOT NULL,
	fetched_ms BIGINT NOT NULL,
	fresh_until_ms BIGINT NOT NULL,
	card BLOB NOT NULL,
	media_id TEXT,
	PRIMARY KEY (url_key, fetched_ms)
);
CREATE INDEX links_fetched ON links (fetched_ms);
CREATE TABLE log (
	position INTEGER NOT NULL,
	topic INTEGER NOT NULL,
	kind TEXT NOT NULL,
	"key" TEXT,
	mark BIGINT NOT NULL,
	body BLOB NOT NULL,
	meta BLOB,
	PRIMARY KEY (position)
);
CREATE UNIQUE INDEX log_key ON log (topic, "key") WHERE key IS NOT NULL;
CREATE INDEX log_topic ON log (topic, position, mark);
CREATE TABLE log_position (
	id INTEGER NOT NULL,
	value BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE media (
	media_id TEXT NOT NULL,
	user_id TEXT NOT NULL,
	state TEXT NOT NULL,
	content_type TEXT NOT NULL,
	file_name TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	is_fetched INTEGER NOT NULL,
	PRIMARY KEY (media_id)
)
 WITHOUT ROWID;
CREATE INDEX media_expiry ON media (state, expires_ms);
CREATE INDEX media_fetched ON media (is_fetched, created_ms, media_id);
CREATE INDEX media_user ON media (user_id, state);
CREATE TABLE media_given_up (
	media_id TEXT NOT NULL,
	user_id TEXT NOT NULL,
	PRIMARY KEY (media_id)
)
 WITHOUT ROWID;
CREATE TABLE media_uses (
	media_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	room_id TEXT NOT NULL,
	PRIMARY KEY (media_id, position)
)
 WITHOUT ROWID;
CREATE INDEX media_uses_position ON media_uses (position);
CREATE INDEX media_uses_room ON media_uses (room_id, media_id);
CREATE TABLE memberships (
	user_id TEXT NOT NULL,
	room_id TEXT NOT NULL,
	membership TEXT NOT NULL,
	position BIGINT NOT NULL,
	forgotten INTEGER NOT NULL,
	PRIMARY KEY (user_id, room_id)
)
 WITHOUT ROWID;
CREATE INDEX memberships_room ON memberships (room_id, membership);
CREATE TABLE notice_rooms (
	user_id TEXT NOT NULL,
	room_id TEXT NOT NULL,
	PRIMARY KEY (user_id)
)
 WITHOUT ROWID;
CREATE TABLE one_time_keys (
	id INTEGER NOT NULL,
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	algorithm TEXT NOT NULL,
	key_id TEXT NOT NULL,
	json BLOB NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (user_id, device_id, algorithm, key_id)
);
CREATE INDEX one_time_keys_oldest ON one_time_keys (user_id, device_id, algorithm, id);
CREATE TABLE outbox (
	mail_id TEXT NOT NULL,
	letter TEXT NOT NULL,
	address TEXT NOT NULL,
	language TEXT NOT NULL,
	sid TEXT,
	tries INTEGER NOT NULL,
	due_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (mail_id)
);
CREATE INDEX outbox_due ON outbox (due_ms);
CREATE TABLE passes (
	token_hash TEXT NOT NULL,
	kind TEXT NOT NULL,
	user_id TEXT NOT NULL,
	expires_ms BIGINT NOT NULL,
	PRIMARY KEY (token_hash)
);
CREATE INDEX passes_expires ON passes (expires_ms);
CREATE INDEX passes_user ON passes (user_id);
CREATE TABLE people_search (
	user_id TEXT NOT NULL,
	name TEXT NOT NULL,
	readings TEXT NOT NULL,
	PRIMARY KEY (user_id)
)
 WITHOUT ROWID;
CREATE TABLE people_search_open_rooms (
	room_id TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (room_id, why)
)
 WITHOUT ROWID;
CREATE TABLE profiles (
	user_id TEXT NOT NULL,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (user_id, name)
)
 WITHOUT ROWID;
CREATE TABLE profiles_spreading (
	user_id TEXT NOT NULL,
	since_ms BIGINT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE published_networks (
	service_id TEXT NOT NULL,
	network_id TEXT NOT NULL,
	room_id TEXT NOT NULL,
	PRIMARY KEY (service_id, network_id, room_id)
);
CREATE TABLE published_rooms (
	room_id TEXT NOT NULL,
	since_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
);
CREATE TABLE purges (
	id BIGINT NOT NULL,
	room_id TEXT NOT NULL,
	requested_by TEXT NOT NULL,
	before_event_id TEXT,
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
	user_id TEXT NOT NULL,
	app_id TEXT NOT NULL,
	pushkey TEXT NOT NULL,
	position BIGINT NOT NULL,
	tweaks TEXT NOT NULL,
	at_ms BIGINT NOT NULL,
	PRIMARY KEY (user_id, app_id, pushkey, position)
)
 WITHOUT ROWID;
CREATE TABLE push_rules (
	user_id TEXT NOT NULL,
	changes TEXT NOT NULL,
	PRIMARY KEY (user_id)
);
CREATE TABLE pushers (
	app_id TEXT NOT NULL,
	pushkey TEXT NOT NULL,
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	shown TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	since BIGINT NOT NULL,
	PRIMARY KEY (app_id, pushkey, user_id)
);
CREATE INDEX pushers_user ON pushers (user_id, device_id);
CREATE TABLE refresh_tokens (
	token_hash TEXT NOT NULL,
	user_id TEXT NOT NULL,
	device_id TEXT NOT NULL,
	access_hash TEXT NOT NULL,
	came_of TEXT,
	PRIMARY KEY (token_hash)
);
CREATE INDEX refresh_tokens_device ON refresh_tokens (user_id, device_id);
CREATE TABLE registration_tokens (
	token TEXT NOT NULL,
	uses_left BIGINT,
	expires_ms BIGINT,
	created_ms BIGINT NOT NULL,
	PRIMARY KEY (token)
);
CREATE TABLE relations (
	parent TEXT NOT NULL,
	position BIGINT NOT NULL,
	room_id TEXT NOT NULL,
	event_id TEXT NOT NULL,
	rel_type TEXT NOT NULL,
	type TEXT NOT NULL,
	sender TEXT NOT NULL,
	annotation TEXT,
	parent_position BIGINT NOT NULL,
	PRIMARY KEY (parent, position)
)
 WITHOUT ROWID;
CREATE UNIQUE INDEX relations_annotation ON relations (parent, sender, type, annotation) WHERE annotation IS NOT NULL;
CREATE INDEX relations_bundled ON relations (room_id, parent_position) WHERE rel_type IN ('m.replace', 'm.thread', 'm.reference');
CREATE INDEX relations_position ON relations (position);
CREATE INDEX relations_threads ON relations (room_id, parent, position, sender) WHERE rel_type = 'm.thread';
CREATE TABLE reports (
	id BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	reporter TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	room_id TEXT,
	event_id TEXT,
	user_id TEXT,
	reason TEXT NOT NULL,
	event BLOB,
	resolved_ms BIGINT,
	resolved_by TEXT,
	resolution TEXT,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX reports_open ON reports (reporter, subject) WHERE resolved_ms IS NULL;
CREATE TABLE room_shutdowns (
	room_id TEXT NOT NULL,
	reason TEXT NOT NULL,
	notice TEXT NOT NULL,
	started_ms BIGINT NOT NULL,
	PRIMARY KEY (room_id)
)
 WITHOUT ROWID;
CREATE TABLE room_state (
	room_id TEXT NOT NULL,
	type TEXT NOT NULL,
	state_key TEXT NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id, type, state_key, position)
)
 WITHOUT ROWID;
CREATE INDEX room_state_position ON room_state (room_id, position);
CREATE TABLE rooms (
	room_id TEXT NOT NULL,
	version TEXT NOT NULL,
	depth BIGINT NOT NULL,
	head TEXT NOT NULL,
	position BIGINT NOT NULL,
	PRIMARY KEY (room_id)
)
 WITHOUT ROWID;
CREATE TABLE search_blocks (
	position INTEGER NOT NULL,
	room INTEGER NOT NULL,
	last BIGINT NOT NULL,
	size INTEGER NOT NULL,
	text_bytes INTEGER NOT NULL,
	is_sealed INTEGER NOT NULL,
	grams BLOB NOT NULL,
	PRIMARY KEY (position)
);
CREATE INDEX search_blocks_open ON search_blocks (room, position) WHERE is_sealed = 0;
CREATE INDEX search_blocks_place ON search_blocks (room, position);
CREATE INDEX search_blocks_room ON search_blocks (room, last, position);
CREATE TABLE search_edits (
	source INTEGER NOT NULL,
	original BIGINT NOT NULL,
	PRIMARY KEY (source)
);
CREATE INDEX search_edits_original ON search_edits (original);
CREATE TABLE search_texts (
	position INTEGER NOT NULL,
	positions BLOB NOT NULL,
	text BLOB NOT NULL,
	PRIMARY KEY (position)
);
CREATE TABLE service_places (
	service_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	txn_id TEXT NOT NULL,
	target BIGINT NOT NULL,
	positions TEXT NOT NULL,
	PRIMARY KEY (service_id)
);
CREATE TABLE thumbnails (
	media_id TEXT NOT NULL,
	size TEXT NOT NULL,
	content_type TEXT NOT NULL,
	size_bytes BIGINT NOT NULL,
	PRIMARY KEY (media_id, size)
)
 WITHOUT ROWID;
CREATE TABLE topics (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (name)
);
CREATE TABLE transactions (
	device_key TEXT NOT NULL,
	scope TEXT NOT NULL,
	txn_id TEXT NOT NULL,
	event_id TEXT NOT NULL,
	at_ms BIGINT NOT NULL,
	PRIMARY KEY (device_key, scope, txn_id)
)
 WITHOUT ROWID;
CREATE INDEX transactions_at ON transactions (at_ms);
CREATE TABLE web_push_key (
	id INTEGER NOT NULL,
	private TEXT NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO log_position (id, value) VALUES (1, 0);
