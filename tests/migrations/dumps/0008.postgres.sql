SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.access_tokens (
    token_hash text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    expires_ms bigint,
    came_of text COLLATE pg_catalog."C"
);
CREATE TABLE public.accounts (
    user_id text NOT NULL COLLATE pg_catalog."C",
    password_hash text COLLATE pg_catalog."C",
    is_admin bigint NOT NULL,
    is_deactivated bigint NOT NULL,
    is_locked bigint NOT NULL,
    is_suspended bigint NOT NULL,
    created_ms bigint NOT NULL
);
CREATE TABLE public.activity_days (
    day bigint NOT NULL,
    messages bigint NOT NULL,
    people bigint NOT NULL
);
CREATE TABLE public.activity_last_days (
    user_id text NOT NULL COLLATE pg_catalog."C",
    day bigint NOT NULL
);
CREATE TABLE public.activity_writers (
    day bigint NOT NULL,
    user_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.address_links (
    token_hash text NOT NULL COLLATE pg_catalog."C",
    sid text NOT NULL COLLATE pg_catalog."C",
    expires_ms bigint NOT NULL
);
CREATE TABLE public.address_proofs (
    sid text NOT NULL COLLATE pg_catalog."C",
    purpose text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    secret_hash text NOT NULL COLLATE pg_catalog."C",
    attempt bigint NOT NULL,
    language text NOT NULL COLLATE pg_catalog."C",
    next_link text COLLATE pg_catalog."C",
    expires_ms bigint NOT NULL,
    validated_ms bigint,
    spent_by text COLLATE pg_catalog."C"
);
CREATE TABLE public.addresses (
    address text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    validated_ms bigint NOT NULL,
    added_ms bigint NOT NULL
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.aliases (
    alias text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C",
    creator text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.announcements (
    id bigint NOT NULL,
    created_by text NOT NULL COLLATE pg_catalog."C",
    created_ms bigint NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C",
    html text COLLATE pg_catalog."C",
    people text COLLATE pg_catalog."C",
    request_id text COLLATE pg_catalog."C",
    after_user text NOT NULL COLLATE pg_catalog."C",
    told bigint NOT NULL,
    finished_ms bigint
);
CREATE TABLE public.audit (
    id bigint NOT NULL,
    at_ms bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    act text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    old text COLLATE pg_catalog."C",
    new text COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.audit_id_seq OWNED BY public.audit.id;
CREATE TABLE public.blocked_rooms (
    room_id text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    blocked_by text NOT NULL COLLATE pg_catalog."C",
    blocked_ms bigint NOT NULL
);
CREATE TABLE public.burn_marks (
    room_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    thread text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);
CREATE TABLE public.burn_pending (
    "position" bigint NOT NULL,
    room_id text NOT NULL COLLATE pg_catalog."C",
    event_id text NOT NULL COLLATE pg_catalog."C",
    sender text NOT NULL COLLATE pg_catalog."C",
    thread text NOT NULL COLLATE pg_catalog."C",
    after_ms bigint NOT NULL,
    is_running bigint NOT NULL,
    due_ms bigint NOT NULL
);
CREATE TABLE public.burn_timers (
    room_id text NOT NULL COLLATE pg_catalog."C",
    after_ms bigint NOT NULL,
    start text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.contact_requests (
    from_id text NOT NULL COLLATE pg_catalog."C",
    to_id text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C",
    greeting text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    made_ms bigint NOT NULL,
    decided_ms bigint
);
CREATE TABLE public.contacts (
    user_id text NOT NULL COLLATE pg_catalog."C",
    contact_id text NOT NULL COLLATE pg_catalog."C",
    remark text COLLATE pg_catalog."C",
    labels text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C",
    since_ms bigint NOT NULL
);
CREATE TABLE public.contacts_unsuggested (
    user_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.cross_signing_keys (
    user_id text NOT NULL COLLATE pg_catalog."C",
    usage text NOT NULL COLLATE pg_catalog."C",
    public_key text NOT NULL COLLATE pg_catalog."C",
    json bytea NOT NULL
);
CREATE TABLE public.cursors (
    follower text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);
CREATE TABLE public.dehydrated_devices (
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    data bytea NOT NULL
);
CREATE TABLE public.departures (
    departure_id text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    heir text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    has_rooms bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    started_ms bigint NOT NULL,
    finished_ms bigint,
    after_room text NOT NULL COLLATE pg_catalog."C",
    rooms_done bigint NOT NULL,
    rooms_given bigint NOT NULL,
    rooms_refused bigint NOT NULL
);
CREATE TABLE public.device_keys (
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    json bytea NOT NULL
);
CREATE TABLE public.devices (
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    display_name text COLLATE pg_catalog."C",
    last_seen_ms bigint,
    last_seen_ip text COLLATE pg_catalog."C",
    is_dehydrated bigint NOT NULL
);
CREATE TABLE public.event_ids (
    event_id text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);
CREATE TABLE public.fallback_keys (
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    algorithm text NOT NULL COLLATE pg_catalog."C",
    key_id text NOT NULL COLLATE pg_catalog."C",
    json bytea NOT NULL,
    used bigint NOT NULL
);
CREATE TABLE public.filters (
    user_id text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C",
    definition bytea NOT NULL
);
CREATE TABLE public.key_backup_keys (
    user_id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    room_id text NOT NULL COLLATE pg_catalog."C",
    session_id text NOT NULL COLLATE pg_catalog."C",
    first_message_index bigint NOT NULL,
    forwarded_count bigint NOT NULL,
    is_verified bigint NOT NULL,
    session_data bytea NOT NULL
);
CREATE TABLE public.key_backup_last_versions (
    user_id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL
);
CREATE TABLE public.key_backup_versions (
    user_id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    algorithm text NOT NULL COLLATE pg_catalog."C",
    auth_data bytea NOT NULL,
    etag bigint NOT NULL,
    count bigint NOT NULL
);
CREATE TABLE public.key_signatures (
    target_user text NOT NULL COLLATE pg_catalog."C",
    target_key text NOT NULL COLLATE pg_catalog."C",
    signer_user text NOT NULL COLLATE pg_catalog."C",
    signer_key text NOT NULL COLLATE pg_catalog."C",
    signature text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.leases (
    name text NOT NULL COLLATE pg_catalog."C",
    owner text NOT NULL COLLATE pg_catalog."C",
    term bigint NOT NULL
);
CREATE TABLE public.links (
    url_key text NOT NULL COLLATE pg_catalog."C",
    fetched_ms bigint NOT NULL,
    fresh_until_ms bigint NOT NULL,
    card bytea NOT NULL,
    media_id text COLLATE pg_catalog."C"
);
CREATE TABLE public.log (
    "position" bigint NOT NULL,
    topic bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    key text COLLATE pg_catalog."C",
    mark bigint NOT NULL,
    body bytea NOT NULL,
    meta bytea
);
CREATE TABLE public.log_changes (
    serial bigint NOT NULL,
    topic text NOT NULL,
    "position" bigint,
    key text
);
CREATE TABLE public.log_position (
    id integer NOT NULL,
    value bigint NOT NULL,
    changes bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='10');
CREATE SEQUENCE public.log_position_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.log_position_id_seq OWNED BY public.log_position.id;
CREATE TABLE public.media (
    media_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    content_type text NOT NULL COLLATE pg_catalog."C",
    file_name text NOT NULL COLLATE pg_catalog."C",
    size_bytes bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    created_ms bigint NOT NULL,
    expires_ms bigint NOT NULL,
    is_fetched bigint NOT NULL
);
CREATE TABLE public.media_given_up (
    media_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.media_uses (
    media_id text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    room_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.memberships (
    user_id text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C",
    membership text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    forgotten bigint NOT NULL
);
CREATE TABLE public.notice_rooms (
    user_id text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.one_time_keys (
    id bigint NOT NULL,
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    algorithm text NOT NULL COLLATE pg_catalog."C",
    key_id text NOT NULL COLLATE pg_catalog."C",
    json bytea NOT NULL
);
CREATE SEQUENCE public.one_time_keys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.one_time_keys_id_seq OWNED BY public.one_time_keys.id;
CREATE TABLE public.organisation_bars (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    since_ms bigint NOT NULL
);
CREATE TABLE public.organisation_departments (
    department_id text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    parent_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    folded_name text NOT NULL COLLATE pg_catalog."C",
    external_id text COLLATE pg_catalog."C"
);
CREATE TABLE public.organisation_domains (
    domain text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    claimed_by text NOT NULL COLLATE pg_catalog."C",
    claimed_ms bigint NOT NULL,
    confirmed_by text COLLATE pg_catalog."C",
    confirmed_ms bigint
);
CREATE TABLE public.organisation_invitations (
    invitation_id text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    code text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    department_id text COLLATE pg_catalog."C",
    made_by text NOT NULL COLLATE pg_catalog."C",
    made_ms bigint NOT NULL,
    expires_ms bigint NOT NULL,
    used_by text COLLATE pg_catalog."C",
    used_ms bigint,
    used_for text COLLATE pg_catalog."C"
);
CREATE TABLE public.organisation_members (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    joined_ms bigint NOT NULL,
    external_id text COLLATE pg_catalog."C",
    is_active bigint NOT NULL,
    is_managed bigint NOT NULL
);
CREATE TABLE public.organisation_partnerships (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    partner_id text NOT NULL COLLATE pg_catalog."C",
    shows text NOT NULL COLLATE pg_catalog."C",
    since_ms bigint NOT NULL
);
CREATE TABLE public.organisation_posts (
    department_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    is_supervisor bigint NOT NULL
);
CREATE TABLE public.organisation_shared_departments (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    partner_id text NOT NULL COLLATE pg_catalog."C",
    department_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.organisations (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    is_verified bigint NOT NULL,
    created_ms bigint NOT NULL
);
CREATE TABLE public.outbox (
    mail_id text NOT NULL COLLATE pg_catalog."C",
    letter text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    sid text COLLATE pg_catalog."C",
    tries bigint NOT NULL,
    due_ms bigint NOT NULL,
    expires_ms bigint NOT NULL
);
CREATE TABLE public.passes (
    token_hash text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    expires_ms bigint NOT NULL
);
CREATE TABLE public.people_search (
    user_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    readings text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.people_search_open_rooms (
    room_id text NOT NULL COLLATE pg_catalog."C",
    why text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.processes (
    id text NOT NULL COLLATE pg_catalog."C",
    label text NOT NULL COLLATE pg_catalog."C",
    knows text NOT NULL COLLATE pg_catalog."C",
    until_ms bigint NOT NULL
);
CREATE TABLE public.profiles (
    user_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.profiles_spreading (
    user_id text NOT NULL COLLATE pg_catalog."C",
    since_ms bigint NOT NULL
);
CREATE TABLE public.published_networks (
    service_id text NOT NULL COLLATE pg_catalog."C",
    network_id text NOT NULL COLLATE pg_catalog."C",
    room_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.published_rooms (
    room_id text NOT NULL COLLATE pg_catalog."C",
    since_ms bigint NOT NULL
);
CREATE TABLE public.purges (
    id bigint NOT NULL,
    room_id text NOT NULL COLLATE pg_catalog."C",
    requested_by text NOT NULL COLLATE pg_catalog."C",
    before_event_id text COLLATE pg_catalog."C",
    before_ms bigint,
    looked_at bigint NOT NULL,
    deleted bigint NOT NULL,
    files bigint NOT NULL,
    started_ms bigint NOT NULL,
    finished_ms bigint,
    before_position bigint NOT NULL,
    reached bigint NOT NULL
);
CREATE TABLE public.push_pending (
    user_id text NOT NULL COLLATE pg_catalog."C",
    app_id text NOT NULL COLLATE pg_catalog."C",
    pushkey text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    tweaks text NOT NULL COLLATE pg_catalog."C",
    at_ms bigint NOT NULL
);
CREATE TABLE public.push_rules (
    user_id text NOT NULL COLLATE pg_catalog."C",
    changes text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.pushers (
    app_id text NOT NULL COLLATE pg_catalog."C",
    pushkey text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    shown text NOT NULL COLLATE pg_catalog."C",
    created_ms bigint NOT NULL,
    since bigint NOT NULL
);
CREATE TABLE public.rate_buckets (
    name text NOT NULL COLLATE pg_catalog."C",
    free_us bigint NOT NULL
);
CREATE TABLE public.refresh_tokens (
    token_hash text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    device_id text NOT NULL COLLATE pg_catalog."C",
    access_hash text NOT NULL COLLATE pg_catalog."C",
    came_of text COLLATE pg_catalog."C"
);
CREATE TABLE public.registration_tokens (
    token text NOT NULL COLLATE pg_catalog."C",
    uses_left bigint,
    expires_ms bigint,
    created_ms bigint NOT NULL
);
CREATE TABLE public.relations (
    parent text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    room_id text NOT NULL COLLATE pg_catalog."C",
    event_id text NOT NULL COLLATE pg_catalog."C",
    rel_type text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    sender text NOT NULL COLLATE pg_catalog."C",
    annotation text COLLATE pg_catalog."C",
    parent_position bigint NOT NULL
);
CREATE TABLE public.repeats (
    key_hash text NOT NULL COLLATE pg_catalog."C",
    request_hash text NOT NULL COLLATE pg_catalog."C",
    answer bytea NOT NULL,
    at_ms bigint NOT NULL
);
CREATE TABLE public.reports (
    id bigint NOT NULL,
    at_ms bigint NOT NULL,
    reporter text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    room_id text COLLATE pg_catalog."C",
    event_id text COLLATE pg_catalog."C",
    user_id text COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    event bytea,
    resolved_ms bigint,
    resolved_by text COLLATE pg_catalog."C",
    resolution text COLLATE pg_catalog."C"
);
CREATE TABLE public.room_shutdowns (
    room_id text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    notice text NOT NULL COLLATE pg_catalog."C",
    started_ms bigint NOT NULL
);
CREATE TABLE public.room_state (
    room_id text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    state_key text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);
CREATE TABLE public.rooms (
    room_id text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    depth bigint NOT NULL,
    head text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);
CREATE TABLE public.schema_fingerprint (
    fingerprint text NOT NULL
);
CREATE TABLE public.scim_tokens (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    token_hash text NOT NULL COLLATE pg_catalog."C",
    made_by text NOT NULL COLLATE pg_catalog."C",
    made_ms bigint NOT NULL
);
CREATE TABLE public.scim_users (
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    user_name text NOT NULL COLLATE pg_catalog."C",
    folded_name text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    made_ms bigint NOT NULL,
    has_locked bigint NOT NULL
);
CREATE TABLE public.search_blocks (
    "position" bigint NOT NULL,
    room bigint NOT NULL,
    last bigint NOT NULL,
    size bigint NOT NULL,
    text_bytes bigint NOT NULL,
    is_sealed bigint NOT NULL,
    grams bytea NOT NULL
);
CREATE TABLE public.search_edits (
    source bigint NOT NULL,
    original bigint NOT NULL
);
CREATE TABLE public.search_texts (
    "position" bigint NOT NULL,
    positions bytea NOT NULL,
    text bytea NOT NULL
);
CREATE TABLE public.service_places (
    service_id text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    txn_id text NOT NULL COLLATE pg_catalog."C",
    target bigint NOT NULL,
    positions text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.thumbnails (
    media_id text NOT NULL COLLATE pg_catalog."C",
    size text NOT NULL COLLATE pg_catalog."C",
    content_type text NOT NULL COLLATE pg_catalog."C",
    size_bytes bigint NOT NULL
);
CREATE TABLE public.topics (
    id integer NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.topics_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.topics_id_seq OWNED BY public.topics.id;
CREATE TABLE public.transactions (
    device_key text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    txn_id text NOT NULL COLLATE pg_catalog."C",
    event_id text NOT NULL COLLATE pg_catalog."C",
    at_ms bigint NOT NULL
);
CREATE TABLE public.uia_sessions (
    id_hash text NOT NULL COLLATE pg_catalog."C",
    started_ms bigint NOT NULL,
    step bigint NOT NULL,
    sealed bytea NOT NULL
);
CREATE TABLE public.verifications (
    user_id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    given_by text NOT NULL COLLATE pg_catalog."C",
    given_ms bigint NOT NULL
);
CREATE TABLE public.web_push_key (
    id integer NOT NULL,
    private text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.web_push_key_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.web_push_key_id_seq OWNED BY public.web_push_key.id;
ALTER TABLE ONLY public.audit ALTER COLUMN id SET DEFAULT nextval('public.audit_id_seq'::regclass);
ALTER TABLE ONLY public.log_position ALTER COLUMN id SET DEFAULT nextval('public.log_position_id_seq'::regclass);
ALTER TABLE ONLY public.one_time_keys ALTER COLUMN id SET DEFAULT nextval('public.one_time_keys_id_seq'::regclass);
ALTER TABLE ONLY public.topics ALTER COLUMN id SET DEFAULT nextval('public.topics_id_seq'::regclass);
ALTER TABLE ONLY public.web_push_key ALTER COLUMN id SET DEFAULT nextval('public.web_push_key_id_seq'::regclass);
INSERT INTO public.access_tokens VALUES
	('80f702b8d8b131b99b1dca84da31162736b3539765a0fd8f12f5feef295da093', '@anna1301f2b7:test.local', 'NVGGM9LSFZ', NULL, NULL),
	('d65849b50341c6338914b884866c6bb67bd97ea82f18234d6b7b79515866857e', '@bo14cadd05:test.local', '7M72BQUIOC', NULL, NULL),
	('16eda5a5d8991078ab7ebf0de423a2421aea86ad423285497dd8480255a3b4c3', '@cho154579ba:test.local', 'VFTAB8QFT0', NULL, NULL),
	('27c8640b3ed41c0afa9c119ac1df2bb157a9c6f5973d7f50fedf6658b5cb0259', '@cho154579ba:test.local', 'ANZDCS6ERB', 1795625564834, NULL);
INSERT INTO public.accounts VALUES
	('@bo14cadd05:test.local', '$argon2id$v=19$m=8,t=1,p=1$Kpzw5NlX1cXb2phA5X+3AA$ab1Fl0z6QDIOtCNZpy5XW6N/GBB4Jgruju36QghUDqk', 0, 0, 0, 0, 1795621960031),
	('@cho154579ba:test.local', '$argon2id$v=19$m=8,t=1,p=1$sWixphOnY4LECJZ3dvE+qg$MTvtjv3CZxAQ1ED+OPrpg9e8q6r1eSDkgQgBS0vGnMA', 0, 0, 0, 0, 1795621960100),
	('@anna1301f2b7:test.local', '$argon2id$v=19$m=8,t=1,p=1$GsQpgIjZGysffpKY2cg4yg$fl9JsvJ1FSFOVkvlcAT+opvm8EsjRW4iwaMHwuhoVRU', 1, 0, 0, 0, 1795621959919),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795621968911);
INSERT INTO public.activity_days VALUES
	(20782, 17, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna1301f2b7:test.local', 20782),
	('@bo14cadd05:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna1301f2b7:test.local'),
	(20782, '@bo14cadd05:test.local');
INSERT INTO public.alembic_version VALUES
	('0008');
INSERT INTO public.aliases VALUES
	('#tea169b5c07:test.local', '!weFrBRCeBtElQlqcUi:test.local', '@anna1301f2b7:test.local');
INSERT INTO public.announcements VALUES
	(1795621968891000, '@anna1301f2b7:test.local', 1795621968891, 'We move soon', NULL, '["@cho154579ba:test.local"]', NULL, '@cho154579ba:test.local', 1, 1795621969394);
INSERT INTO public.audit VALUES
	(1, 1795621963711, 'command line', 'person.set_admin', '@anna1301f2b7:test.local', 'false', 'true'),
	(2, 1795621968227, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795621968891, '@anna1301f2b7:test.local', 'announcement.create', '1795621968891000', NULL, '{"body":"We move soon","people":["@cho154579ba:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!tjIFEqnwzYyFOpDqIV:test.local', '$7a7st3_qfhPZ_XedKcKuPj3VBDpVdKrAs2f4G23TWTI', '@bo14cadd05:test.local', 'main', 86400000, 0, 1796226764663);
INSERT INTO public.burn_timers VALUES
	('!tjIFEqnwzYyFOpDqIV:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14cadd05:test.local', 'master', 'Ep7RrFEjmdLZBKN85DvsD8QrXSnnWETxN5TJMuvS7Cs', '\x7b22757365725f6964223a2240626f31346361646430353a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a457037527246456a6d644c5a424b4e38354476734438517258536e6e574554784e35544a4d757653374373223a22457037527246456a6d644c5a424b4e38354476734438517258536e6e574554784e35544a4d757653374373227d7d'),
	('@bo14cadd05:test.local', 'self_signing', 'DvoL42uxwjXfibhPX69ijkVZDo48DWU5Is5hOIPt7os', '\x7b22757365725f6964223a2240626f31346361646430353a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a44766f4c34327578776a586669626850583639696a6b565a446f343844575535497335684f495074376f73223a2244766f4c34327578776a586669626850583639696a6b565a446f343844575535497335684f495074376f73227d2c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a457037527246456a6d644c5a424b4e38354476734438517258536e6e574554784e35544a4d757653374373223a2279383762376b3565456a762f464e545332695a6b6e4138677335366c522f4745766e56742b49694c7a57776e66335345414d61352b5367795373474731746b2f436b41644c474746794e45392f4c7870546378374267227d7d7d'),
	('@bo14cadd05:test.local', 'user_signing', 'nUpghukKieLct6z6g5ONPGmgjwATQoFAyTPQMER1xl4', '\x7b22757365725f6964223a2240626f31346361646430353a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a6e55706768756b4b69654c6374367a3667354f4e50476d676a774154516f4641795450514d455231786c34223a226e55706768756b4b69654c6374367a3667354f4e50476d676a774154516f4641795450514d455231786c34227d2c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a457037527246456a6d644c5a424b4e38354476734438517258536e6e574554784e35544a4d757653374373223a226145634b776a4a702b7658346f3575413943396834796666585243666348446c794c6a346e334b485a594a49676f5042654c392f695343596e524a6d45666e56625a435968484677637a447431485239794839384477227d7d7d');
INSERT INTO public.cursors VALUES
	('search', 71),
	('activity', 71),
	('push', 71),
	('burn', 71);
INSERT INTO public.device_keys VALUES
	('@bo14cadd05:test.local', '7M72BQUIOC', '\x7b22757365725f6964223a2240626f31346361646430353a746573742e6c6f63616c222c226465766963655f6964223a22374d3732425155494f43222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a374d3732425155494f43223a2243736a477449465059376f50704a7579727274383730373447694f4673636344784f4b3969597777656b6b222c22637572766532353531393a374d3732425155494f43223a225a3565597568786435796f5a64502f6b414554706f41364f41304f647a43755072556374494e4e41496c77227d2c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a374d3732425155494f43223a2241706676626c3938766c742b4a43374f736f6d6a376253767a73494f5652312f33636762584b656c524a49314252346169543078457153677139694a72495a4c4d62436848665852314b4d36506c686f7778575a4251227d7d7d');
INSERT INTO public.devices VALUES
	('@anna1301f2b7:test.local', 'NVGGM9LSFZ', NULL, 1795621964254, '127.0.0.1', 0),
	('@bo14cadd05:test.local', '7M72BQUIOC', NULL, 1795621964335, '127.0.0.1', 0),
	('@cho154579ba:test.local', 'VFTAB8QFT0', NULL, 1795621964612, '127.0.0.1', 0),
	('@cho154579ba:test.local', 'ANZDCS6ERB', NULL, 1795621964834, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$i8rnoy94ZePEBIprzQJrbju4qPrfyU3bD4B0yUmO1N4', 3),
	('$Imn0t9NjPi7zM8ppmvcXIwFQouvrsAEXK4aPzrjJeUg', 4),
	('$esknc8WOfSDTCx0aUEZKlCoieQO13N3Qo7m5wYco6UI', 5),
	('$vmcbhHgb9elUPP_1CEicuFD4tCFpfvw8yM6iAgLJtr0', 6),
	('$s_ZXmysAC1vkir0DF8e-spLOs7Yv1ChMD599sO9S2us', 7),
	('$ahFf8PdZA9gaQi3xCkThP07AjkToHkTFDhO8Cp3V6j8', 8),
	('$IE-WTYAgCPlfbpyNaWParr0hirjZ1uBczr1eCENN97E', 9),
	('$LUEsG7v0Q9WHm5zrG8M2d9D-cjnRxk1yYVmfUsBSMn8', 10),
	('$MTGzwTAk57v6U3xcJgOpO-itvWa0bqKqmShVX6E4NjI', 11),
	('$96wKZppj-p0_foHmBCN7TScCeXb5ujcmvn5aeJp6HSg', 14),
	('$SEPjASg3V9E6aUeNkmHzWKBho7T2e4Li3Jn9Gj5I1SI', 16),
	('$roruDH3QkO_QMpFQ7YTOR3mGdrTUonb7Wu9R7i8P82E', 17),
	('$pXLE-rj_VSK1AcIjPpp2RRWAcGiZske84ZPpmirUnRE', 18),
	('$Ewmjlbnl5Ehjzer3J_xqC61STy-i2Cupep6rEShw_L8', 19),
	('$M3HTBuIM4ZX3bdwYx8q9bSYXKX7UHhVFlajIpVvR7XE', 20),
	('$lqR2GZ2r6d-r6E84g7EfXhmk45Uey7q3L9JXo06mXfY', 21),
	('$QmiXhQ5BXEzF9NOd_9S0uUSAGALUkSaZ_gQz1CjdcXc', 22),
	('$_FF9LzbXPOKGZAyEfWUbzOxWEXzdgKLa7_0pjqKFkYc', 23),
	('$WtjjScSXdiVkD2Bxx-2L586uWE01be6OhDmrKoDi4Gg', 24),
	('$25_numHbLg2_mWU04VoFRN_HO-UmFXUArhx0cJtoz3s', 25),
	('$VUIL0dLZmULWcpQPuoA-ebURJ_mDMzfSOFcV8lE5td0', 26),
	('$-H6UWCjJSzv9cnwIBZfww-PCyPeCPlXzexqdZpS-96I', 27),
	('$T5kpNaPkJ2UH3TFiXiZhSEr_8kq_Fcde3OI5SyiV8Jw', 28),
	('$GuURsx11ZljNWvvVJdXFVzbv8Z9Hbm_bMr7ziMkkAY8', 29),
	('$z5DFwIf4jOHa1h2vh27mLG7cbuy-8XGDG0kCy-zZIXI', 30),
	('$johgrT1_-OgwA5N9OWUJ44dYnGPrCN5_9MvkPj2_eyY', 31),
	('$eAW2lkHJ_AzB1vqrQLr01FMtK01eRVDhyGF0PJpLRQM', 33),
	('$xRDbBJBJoTvRMV438GjNIUTca-Uk99WeG6CrTbKQ9bU', 34),
	('$9AnxDTeLcS2xBsGItoMMIWRLlRpfEO7WqRG4WAFE9YI', 35),
	('$EiOVAAHyBMC0AhkIXrCCMIr59f83xdOaiTkzEkjVksE', 36),
	('$1OeqMsYu0GjBn-VhuMZ0LKilqyxxs1pFiJVs81pp6mU', 37),
	('$-A7B6hJ9kGY7vk1kmmfkv61fg6gGX1e0JuFvt2VMonQ', 38),
	('$FXvQl6xE-nnNoI9BaQlFyzq6HgPDP0OqWgMcVbIzb5M', 39),
	('$_PsDITjYtoKC1f9pmWV-ZWvk9Fe-pBqZabT5bvGe9_Q', 41),
	('$TUybEAsHAR8WI97iPWQa7FKMD2zKYpbDFAidXZKd8HY', 43),
	('$OFJTraNoNGwpL1J-iYm9AiWJNIZcoTIWE0dY6QTqxRg', 44),
	('$wRz1LQtBu16eXbCJbi39bi6-65LZ4Vdxk9SuGv-BmbA', 46),
	('$7a7st3_qfhPZ_XedKcKuPj3VBDpVdKrAs2f4G23TWTI', 47),
	('$ItJf0CuVcWkS3XQn9NnP9VQ6lHRJAs3j7jO62wnFgyc', 55),
	('$KANBGB1O1oqG_ElZeF4IrGG_m_MAl7tGDfKEtGDzjGQ', 58),
	('$MpUh7xnS6TZj5VRThhc2AHIMKu7Of-8ereg54j2c6uU', 59),
	('$X_yMJqYQMH_P3Tg_B5T0g0HJ31UIX0eB4zKIq74p1Lk', 60),
	('$RUIw905PElWqZpQmVS7g0q34xTbcSiXHuBR_y39DubY', 61),
	('$d22G8xv4EMLcG8glxINiZ6hlrCKVfz21I7QvKz7OeA4', 62),
	('$axZVW7v0hP5DNGuOx51gO09HBKcz2TLFhaYTGHUxFJ4', 63),
	('$pjT-sF7FgVVlGwEpc4cuxtBBQwxc4WXX01kxtuDOzHY', 64),
	('$UJrNNFFX3lAGXgSlIJwaW45CI34YW23lfBCWd5VCpoE', 65),
	('$CpjbkR_KdMETUDLqCVCZscrf5hr7xRelztNtq7JJuB4', 69),
	('$HYKGehipKDMucXAsLpYuKA_Cn0JzP32AVNgvUAe8c_I', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14cadd05:test.local', '7M72BQUIOC', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a224430483063574135686c2f5666692b46744d2f48595a4e6935334649474a64646458763243752f726f7963222c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a374d3732425155494f43223a226e7039424164436a6d71742f48384c45456c4c474774626145444f5344704b306764347878724e744f494a37792b43656b6a664174396657455233313646746f736862772f70526a71525a4b68584b35575834444351227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna1301f2b7:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14cadd05:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14cadd05:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14cadd05:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
INSERT INTO public.leases VALUES
	('burning', '', 1),
	('follower activity', '', 1),
	('full rate buckets', '', 1),
	('handing rooms over', '', 1),
	('link clean-up', '', 1),
	('media clean-up', '', 1),
	('media disposal', '', 1),
	('old idempotency keys', '', 1),
	('profiles to rooms', '', 1),
	('push', '', 1),
	('room shutdowns', '', 1),
	('search', '', 1),
	('announcements', '', 1);
INSERT INTO public.log VALUES
	(2, 1, 'account', 'account/@anna1301f2b7:test.local', 0, '\x7b7d', NULL),
	(3, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c226f726967696e5f7365727665725f7473223a313739353632313936343236342c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2241584648656964386f56477278626170534b6b45344d5050554934566248593564367376304a4c326d6c4d227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34225d2c226465707468223a322c22686173686573223a7b22736861323536223a224a67455537386c6b4e4f36727744776443737a6276354e4230495061784276484f6373796a436932384463227d2c22707265765f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34225d7d7d'),
	(5, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333031663262373a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a332c22686173686573223a7b22736861323536223a22716745444f324b374f526c56536d5971614435396448556f6d4a30633750786c476276704830452f597738227d2c22707265765f6576656e7473223a5b2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d7d7d'),
	(6, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131363962356330373a746573742e6c6f63616c227d2c226576656e745f6964223a2224766d63626848676239656c5550505f3143456963754644347443467066767738794d366941674c4a747230222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a342c22686173686573223a7b22736861323536223a226a346f63473937706b75684c425277707746446d56674a595a6450527354354869746548712f566d624751227d2c22707265765f6576656e7473223a5b222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549225d7d7d'),
	(7, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a352c22686173686573223a7b22736861323536223a2234306f4a724e46446553653852354d53746873532b474b57507067525832652f65507a6f5447763254444d227d2c22707265765f6576656e7473223a5b2224766d63626848676239656c5550505f3143456963754644347443467066767738794d366941674c4a747230225d7d7d'),
	(8, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224616846663850645a4139676151693378436b5468503037416a6b546f486b544644684f3843703356366a38222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a362c22686173686573223a7b22736861323536223a223658774e786e396e326f374732374d2b7452653066386d325a41454942757136736e5267495a6c36516d59227d2c22707265765f6576656e7473223a5b2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573225d7d7d'),
	(9, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a222449452d575459416743506c666270794e615750617272306869726a5a317542637a72316543454e4e393745222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a372c22686173686573223a7b22736861323536223a2254746f636b714e623148736c346a31416979623868546b576b61504d4a4178307a505a33666a7a334e5a6b227d2c22707265765f6576656e7473223a5b2224616846663850645a4139676151693378436b5468503037416a6b546f486b544644684f3843703356366a38225d7d7d'),
	(10, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a22244c55457347377630513957486d357a7247384d326439442d636a6e52786b317959566d66557342534d6e38222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a382c22686173686573223a7b22736861323536223a226866657934476c4d646a516869496c7547386951467232612b78514e644c42396147334c7a4f46784d3645227d2c22707265765f6576656e7473223a5b222449452d575459416743506c666270794e615750617272306869726a5a317542637a72316543454e4e393745225d7d7d'),
	(11, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244d54477a7754416b35377636553378634a674f704f2d69747657613062714b716d536856583645344e6a49222c226f726967696e5f7365727665725f7473223a313739353632313936343236352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567222c2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573225d2c226465707468223a392c22686173686573223a7b22736861323536223a22706a43675a44686d58725a5471634f5753574730546b6c4d4b5062734e4d565a626a2b6f52526675425463227d2c22707265765f6576656e7473223a5b22244c55457347377630513957486d357a7247384d326439442d636a6e52786b317959566d66557342534d6e38225d7d7d'),
	(14, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367222c226f726967696e5f7365727665725f7473223a313739353632313936343333352c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22244d54477a7754416b35377636553378634a674f704f2d69747657613062714b716d536856583645344e6a49222c2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573225d2c226465707468223a31302c22686173686573223a7b22736861323536223a224a6131392f5530414d55625a44546b625441344b682f66734653537442724476536266375659775449324d227d2c22707265765f6576656e7473223a5b22244d54477a7754416b35377636553378634a674f704f2d69747657613062714b716d536856583645344e6a49225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244d54477a7754416b35377636553378634a674f704f2d69747657613062714b716d536856583645344e6a49227d7d'),
	(15, 4, 'membership', 'membership/!weFrBRCeBtElQlqcUi:test.local', 0, '\x7b22726f6f6d5f6964223a222177654672425243654274456c516c716355693a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245345506a41536733563945366155654e6b6d487a574b42686f37543265344c69334a6e39476a3549315349222c226f726967696e5f7365727665725f7473223a313739353632313936343335312c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31312c22686173686573223a7b22736861323536223a224a6e38627556793654346351566f4e41654a783643537077715535646b6a6d74734f484559417a69455651227d2c22707265765f6576656e7473223a5b22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2030227d'),
	(56, 3, 'membership', 'membership/!weFrBRCeBtElQlqcUi:test.local', 0, '\x7b22726f6f6d5f6964223a222177654672425243654274456c516c716355693a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22245255497739303550456c57715a70516d565337673071333478546263536958487542525f79333944756259222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a342c22686173686573223a7b22736861323536223a2279734e3232782f646d723662303352786978544c2b45756833676e566468544a624248666c637849685030227d2c22707265765f6576656e7473223a5b2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224726f7275444833516b4f5f514d7046513759544f52336d47647254556f6e62375775395237693850383245222c226f726967696e5f7365727665725f7473223a313739353632313936343338352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31322c22686173686573223a7b22736861323536223a2256564979704d645a3734594246416d76724e70572b5833716a78704e3274656d5a735076665759675a5041227d2c22707265765f6576656e7473223a5b22245345506a41536733563945366155654e6b6d487a574b42686f37543265344c69334a6e39476a3549315349225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2031227d'),
	(18, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222470584c452d726a5f56534b314163496a50707032525257416347695a736b6538345a50706d6972556e5245222c226f726967696e5f7365727665725f7473223a313739353632313936343339362c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31332c22686173686573223a7b22736861323536223a224f54506d6a31306a69375666463338302b5079676f6661667a493443797537594c655867626a6546556141227d2c22707265765f6576656e7473223a5b2224726f7275444833516b4f5f514d7046513759544f52336d47647254556f6e62375775395237693850383245225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2032227d'),
	(19, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222445776d6a6c626e6c3545686a7a6572334a5f78714336315354792d693243757065703672455368775f4c38222c226f726967696e5f7365727665725f7473223a313739353632313936343430372c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31342c22686173686573223a7b22736861323536223a2269575a77563970634d576465426177366c5973596f4e666777426555475855593135347935796145524773227d2c22707265765f6576656e7473223a5b222470584c452d726a5f56534b314163496a50707032525257416347695a736b6538345a50706d6972556e5245225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2033227d'),
	(20, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244d3348544275494d345a58336264775978387139625359584b583755486856466c616a4970567652375845222c226f726967696e5f7365727665725f7473223a313739353632313936343432302c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31352c22686173686573223a7b22736861323536223a224f5730614b3154365050697a4f542b7853676d576b73416374634d6b47715a3033696f4e464f4f7a6a7a38227d2c22707265765f6576656e7473223a5b222445776d6a6c626e6c3545686a7a6572334a5f78714336315354792d693243757065703672455368775f4c38225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2034227d'),
	(21, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246c715232475a327236642d72364538346737456658686d6b34355565793771334c394a586f30366d586659222c226f726967696e5f7365727665725f7473223a313739353632313936343433372c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31362c22686173686573223a7b22736861323536223a222b612f6745496b59766c6f2f4a532b73747236584f796f556b6e796859597752532b4a74494f385037394d227d2c22707265765f6576656e7473223a5b22244d3348544275494d345a58336264775978387139625359584b583755486856466c616a4970567652375845225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2035227d'),
	(22, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224516d69586851354258457a46394e4f645f3953307555534147414c556b53615a5f67517a31436a64635863222c226f726967696e5f7365727665725f7473223a313739353632313936343434352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31372c22686173686573223a7b22736861323536223a22365533766467345a7a4258674d41594e304e4a5837726b54617443472f6b76434f632f32464b6534757841227d2c22707265765f6576656e7473223a5b22246c715232475a327236642d72364538346737456658686d6b34355565793771334c394a586f30366d586659225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2036227d'),
	(23, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245f4646394c7a6258504f4b475a417945665755627a4f785745587a64674b4c61375f30706a714b466b5963222c226f726967696e5f7365727665725f7473223a313739353632313936343436312c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31382c22686173686573223a7b22736861323536223a2238454b4a4b4c63354f7050773367392b33644c744363756132723238485032573265455059546a5a4b7645227d2c22707265765f6576656e7473223a5b2224516d69586851354258457a46394e4f645f3953307555534147414c556b53615a5f67517a31436a64635863225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2037227d'),
	(24, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222457746a6a536353586469566b44324278782d324c35383675574530316265364f68446d724b6f4469344767222c226f726967696e5f7365727665725f7473223a313739353632313936343438332c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a31392c22686173686573223a7b22736861323536223a22553258425071547567696638566f7456504f567132573558564167784a534353476c576c41456c5a685349227d2c22707265765f6576656e7473223a5b22245f4646394c7a6258504f4b475a417945665755627a4f785745587a64674b4c61375f30706a714b466b5963225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2038227d'),
	(25, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222432355f6e756d48624c67325f6d57553034566f46524e5f484f2d556d4658554172687830634a746f7a3373222c226f726967696e5f7365727665725f7473223a313739353632313936343439342c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a32302c22686173686573223a7b22736861323536223a2276737a596548386c764c33573454784a50477a4e484e7158715858675343666b5658585a6b6d7359504e59227d2c22707265765f6576656e7473223a5b222457746a6a536353586469566b44324278782d324c35383675574530316265364f68446d724b6f4469344767225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e2039227d'),
	(26, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245655494c30644c5a6d554c5763705150756f412d656255524a5f6d444d7a66534f466356386c4535746430222c226f726967696e5f7365727665725f7473223a313739353632313936343530342c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a32312c22686173686573223a7b22736861323536223a22697232645367396d5878666c326b45376d6637492b7344304455716a43425765707a633867525277333349227d2c22707265765f6576656e7473223a5b222432355f6e756d48624c67325f6d57553034566f46524e5f484f2d556d4658554172687830634a746f7a3373225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e203130227d'),
	(27, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22242d48365557436a4a537a7639636e7749425a6677772d504379506543506c587a657871645a70532d393649222c226f726967696e5f7365727665725f7473223a313739353632313936343531392c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567225d2c226465707468223a32322c22686173686573223a7b22736861323536223a2276734e367539774277786c703976372b56732f446d56532b6e476364484e72515a4b5a776b61694b4f5663227d2c22707265765f6576656e7473223a5b22245655494c30644c5a6d554c5763705150756f412d656255524a5f6d444d7a66534f466356386c4535746430225d7d2c22646576696365223a2240616e6e6131333031663262373a746573742e6c6f63616c2f4e5647474d394c53465a222c2274786e223a2274786e203131227d'),
	(29, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77227d2c226576656e745f6964223a222447755552737831315a6c6a4e577676564a645846567a6276385a3948626d5f624d72377a694d6b6b415938222c226f726967696e5f7365727665725f7473223a313739353632313936343534322c2272656461637473223a222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77222c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d2c226465707468223a32342c22686173686573223a7b22736861323536223a22574c793975726d4c4f53594361324e436442387674736f4455502f54587054456c526c6577706f34665030227d2c22707265765f6576656e7473223a5b222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3138316338376433227d'),
	(28, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77222c226f726967696e5f7365727665725f7473223a313739353632313936343533312c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b22242d48365557436a4a537a7639636e7749425a6677772d504379506543506c587a657871645a70532d393649225d2c22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d2c22686173686573223a7b22736861323536223a2246666f4942527068774c36447761675169784550783930455a4b444b4b494150525335546c76586f356673227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77227d2c226576656e745f6964223a222447755552737831315a6c6a4e577676564a645846567a6276385a3948626d5f624d72377a694d6b6b415938222c226f726967696e5f7365727665725f7473223a313739353632313936343534322c2272656461637473223a222454356b704e61506b4a3255483354466958695a685345725f386b715f46636465334f493553796956384a77222c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a222177654672425243654274456c516c716355693a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3137613461333666222c227265646163746564223a747275657d'),
	(30, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a22245345506a41536733563945366155654e6b6d487a574b42686f37543265344c69334a6e39476a3549315349222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a22247a354446774966346a4f4861316832766832376d4c4737636275792d3858474447306b43792d7a5a495849222c226f726967696e5f7365727665725f7473223a313739353632313936343537332c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d2c226465707468223a32352c22686173686573223a7b22736861323536223a2279614142304f617a31497353566a5071537639575a7563586b2b4b6969766d5472494e7179782b6b7a4977227d2c22707265765f6576656e7473223a5b222447755552737831315a6c6a4e577676564a645846567a6276385a3948626d5f624d72377a694d6b6b415938225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3139376635373730227d'),
	(31, 2, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a22245345506a41536733563945366155654e6b6d487a574b42686f37543265344c69334a6e39476a3549315349222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246a6f68677254315f2d4f677741354e394f57554a343464596e475072434e355f394d766b506a325f657959222c226f726967696e5f7365727665725f7473223a313739353632313936343538372c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d2c226465707468223a32362c22686173686573223a7b22736861323536223a2261794f5368586d4c62634b7a414774634c5775596456622b4331524d735a4d7a6a532f70564f546e716841227d2c22707265765f6576656e7473223a5b22247a354446774966346a4f4861316832766832376d4c4737636275792d3858474447306b43792d7a5a495849225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3230366537393332222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14cadd05:test.local/', 0, '\x5b226d2e72656164222c2240626f31346361646430353a746573742e6c6f63616c222c22246c715232475a327236642d72364538346737456658686d6b34355565793771334c394a586f30366d586659222c313739353632313936343539352c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2264596536714f4f385133454a46785042727961744b67506861382f5557516b38464d476d4e4f6f49413859227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d225d2c226465707468223a322c22686173686573223a7b22736861323536223a22685946776941732f75557a6b334d386232347553546847354368566f57333875396b514358575848453845227d2c22707265765f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31346361646430353a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a332c22686173686573223a7b22736861323536223a224f336378465031634552746a386a714c39457539654c746d4733734f6f41565844535a4a336251504a5434227d2c22707265765f6576656e7473223a5b222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a222445694f5641414879424d433041686b49587243434d4972353966383378644f6169546b7a456b6a566b7345222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a342c22686173686573223a7b22736861323536223a2251596a3654724c68694e79444f50393362443267767655367a376c31523248755048416c3547346e436e41227d2c22707265765f6576656e7473223a5b222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224314f65714d73597530476a426e2d5668754d5a304c4b696c7179787873317046694a567338317070366d55222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a352c22686173686573223a7b22736861323536223a223641652b64307434577445796c587a333434493349634c7a36306a796b626b4a63597a2f636a62444c4141227d2c22707265765f6576656e7473223a5b222445694f5641414879424d433041686b49587243434d4972353966383378644f6169546b7a456b6a566b7345225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22242d41374236684a396b475937766b316b6d6d666b7636316667366747583165304a7546767432564d6f6e51222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a362c22686173686573223a7b22736861323536223a2268534e57324c414d4d69387639616a7343706a764246554b653256694553413752614e3956385564385330227d2c22707265765f6576656e7473223a5b2224314f65714d73597530476a426e2d5668754d5a304c4b696c7179787873317046694a567338317070366d55225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a2224465876516c3678452d6e6e4e6f49394261516c46797a71364867504450304f7157674d635662497a62354d222c226f726967696e5f7365727665725f7473223a313739353632313936343539392c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a372c22686173686573223a7b22736861323536223a22503677665a4b6d7045444876526b46325632632b703958644d745a3970336c37756649716b76736e79376f227d2c22707265765f6576656e7473223a5b22242d41374236684a396b475937766b316b6d6d666b7636316667366747583165304a7546767432564d6f6e51225d7d7d'),
	(40, 4, 'membership', 'membership/!tjIFEqnwzYyFOpDqIV:test.local', 0, '\x7b22726f6f6d5f6964223a2221746a494645716e777a5979464f70447149563a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22245f50734449546a59746f4b43316639706d57562d5a57766b3946652d7042715a6162543562764765395f51222c226f726967696e5f7365727665725f7473223a313739353632313936343631332c2273656e646572223a224063686f31353435373962613a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353435373962613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222445694f5641414879424d433041686b49587243434d4972353966383378644f6169546b7a456b6a566b7345225d2c226465707468223a382c22686173686573223a7b22736861323536223a224430655469486f70325170377545705575555a30474d4e397665554c7174524f6c315841694b5754324d77227d2c22707265765f6576656e7473223a5b2224465876516c3678452d6e6e4e6f49394261516c46797a71364867504450304f7157674d635662497a62354d225d7d7d'),
	(42, 7, 'membership', 'membership/!tjIFEqnwzYyFOpDqIV:test.local', 0, '\x7b22726f6f6d5f6964223a2221746a494645716e777a5979464f70447149563a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224545579624541734841523857493937695057516137464b4d44327a4b5970624446416964585a4b64384859222c226f726967696e5f7365727665725f7473223a313739353632313936343631372c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a392c22686173686573223a7b22736861323536223a2267416344546e4c2b4870342f644d5734494f4a376369694a636c2f79793354356e30476a43664c4f724138227d2c22707265765f6576656e7473223a5b22245f50734449546a59746f4b43316639706d57562d5a57766b3946652d7042715a6162543562764765395f51225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3231346631306631227d'),
	(44, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244f464a5472614e6f4e4777704c314a2d69596d394169574a4e495a636f5449574530645936515471785267222c226f726967696e5f7365727665725f7473223a313739353632313936343633302c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353435373962613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567222c2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573225d2c226465707468223a32372c22686173686573223a7b22736861323536223a2259694a6d367146504a396776754741504d666b4b327837676d75513850566e5853557253326a79334a3145227d2c22707265765f6576656e7473223a5b22246a6f68677254315f2d4f677741354e394f57554a343464596e475072434e355f394d766b506a325f657959225d7d7d'),
	(45, 7, 'membership', 'membership/!weFrBRCeBtElQlqcUi:test.local', 0, '\x7b22726f6f6d5f6964223a222177654672425243654274456c516c716355693a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a222477527a314c517442753136655862434a626933396269362d36354c5a345664786b39537547762d426d6241222c226f726967696e5f7365727665725f7473223a313739353632313936343634332c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a31302c22686173686573223a7b22736861323536223a227364722f5a7572306c774965514c494d48724138385769537450547059664264413950694f4662506d6c77227d2c22707265765f6576656e7473223a5b2224545579624541734841523857493937695057516137464b4d44327a4b5970624446416964585a4b64384859225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22243761377374335f716668505a5f5865644b634b75506a335642447056644b72417332663447323354575449222c226f726967696e5f7365727665725f7473223a313739353632313936343635302c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224654157326c6b484a5f417a4231767172514c723031464d744b3031655256446879474630504a704c52514d222c222439416e784454654c6353327842734749746f4d4d4957524c6c527066454f37577152473457414645395949222c222478524462424a424a6f5476524d56343338476a4e49555463612d556b393957654736437254624b51396255225d2c226465707468223a31312c22686173686573223a7b22736861323536223a227565554267582f347135597944553547513976485a7862334f4e436273415630334d35784c495532775377227d2c22707265765f6576656e7473223a5b222477527a314c517442753136655862434a626933396269362d36354c5a345664786b39537547762d426d6241225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3232626638663631227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14cadd05:test.local/7M72BQUIOC', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14cadd05:test.local', 0, '\x7b7d', NULL),
	(51, 3, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 3, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333031663262373a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333031663262373a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna1301f2b7:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna1301f2b7:test.local', 0, '\x7b7d', NULL),
	(55, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222449744a663043755663576b533358516e394e6e50395651366c48524a4173336a376a4f3632776e46677963222c226f726967696e5f7365727665725f7473223a313739353632313936383839312c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567222c2224735f5a586d7973414331766b697230444638652d73704c4f733759763143684d44353939734f3953327573225d2c226465707468223a32382c22686173686573223a7b22736861323536223a223936316a34626a7452767850395253645371422f6f4f75706e4b797676582f65753265795a4f312b4b6e49227d2c22707265765f6576656e7473223a5b22244f464a5472614e6f4e4777704c314a2d69596d394169574a4e495a636f5449574530645936515471785267225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c227265706c616365735f7374617465223a2224496d6e3074394e6a5069377a4d3870706d766358497746516f757672734145584b3461507a726a4a655567227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a224d62434f45753677744f2b365643307063735368665a6b696c666746624239656d656d532b456853777377227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751225d2c226465707468223a322c22686173686573223a7b22736861323536223a225067676e564c43396678496467766c357255676e555032677655544e6f7045755067434477714850326355227d2c22707265765f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751225d7d7d'),
	(60, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a332c22686173686573223a7b22736861323536223a226165616932667851574b4463336433373662473773444e6b6e3757574b6658786573334e622b4b69464645227d2c22707265765f6576656e7473223a5b22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d7d7d'),
	(62, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a22246432324738787634454d4c634738676c78494e695a36686c72434b56667a3231493751764b7a374f654134222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a352c22686173686573223a7b22736861323536223a226f3356476c5a4b35534352554b2b6b7349314b4932397a457452435952466d325032735758485247465051227d2c22707265765f6576656e7473223a5b22245255497739303550456c57715a70516d565337673071333478546263536958487542525f79333944756259225d7d7d'),
	(63, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a222461785a5657377630685035444e47754f783531674f303948424b637a32544c466861595447485578464a34222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a362c22686173686573223a7b22736861323536223a223075673735714a4a55494b63424438696477592f7635494a3148484369626347474d6b3550636131715941227d2c22707265765f6576656e7473223a5b22246432324738787634454d4c634738676c78494e695a36686c72434b56667a3231493751764b7a374f654134225d7d7d'),
	(64, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a2224706a542d734637466756566c477745706334637578744242517778633457585830316b787475444f7a4859222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a372c22686173686573223a7b22736861323536223a2236646369554c306e57746454366e78724959787a674334687a49673758525366674d4c6632764263457749227d2c22707265765f6576656e7473223a5b222461785a5657377630685035444e47754f783531674f303948424b637a32544c466861595447485578464a34225d7d7d'),
	(65, 10, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a2224554a724e4e464658336c41475867536c494a776157343543493334595732336c6642435764355643706f45222c226f726967696e5f7365727665725f7473223a313739353632313936393338342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353435373962613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555222c22245255497739303550456c57715a70516d565337673071333478546263536958487542525f79333944756259225d2c226465707468223a382c22686173686573223a7b22736861323536223a2252497a3268746a4c446c784a77784336364e6a556834382f6b335a6b6b6a3059486b6c37682b504c544355227d2c22707265765f6576656e7473223a5b2224706a542d734637466756566c477745706334637578744242517778633457585830316b787475444f7a4859225d7d7d'),
	(66, 9, 'membership', 'membership/!JdsfgKfCLJzPQNcwvV:test.local', 0, '\x7b22726f6f6d5f6964223a22214a647366674b66434c4a7a50514e637776563a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!JdsfgKfCLJzPQNcwvV:test.local', 0, '\x7b22726f6f6d5f6964223a22214a647366674b66434c4a7a50514e637776563a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!JdsfgKfCLJzPQNcwvV:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 10, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222443706a626b525f4b644d455455444c714356435a73637266356872377852656c7a744e7471374a4a754234222c226f726967696e5f7365727665725f7473223a313739353632313936393339332c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b414e424742314f316f71475f456c5a654634497247475f6d5f4d416c37744744664b457447447a6a4751222c2224585f794d4a7159514d485f503354675f423554306730484a3331554958306542347a4b4971373470314c6b222c22244d70556837786e5336545a6a35565254686863324148494d4b75374f662d386572656735346a3263367555225d2c226465707468223a392c22686173686573223a7b22736861323536223a224f636442394155367062776a4759617a4e2f726f78444c6d6b6170746b4a3371374e69436378562f323749227d2c22707265765f6576656e7473223a5b2224554a724e4e464658336c41475867536c494a776157343543493334595732336c6642435764355643706f45225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31353435373962613a746573742e6c6f63616c227d'),
	(70, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222448594b47656869704b444d75635841734c7059754b415f436e304a7a50333241564e677655416538635f49222c226f726967696e5f7365727665725f7473223a313739353632313936393531352c2273656e646572223a2240626f31346361646430353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246938726e6f7939345a655045424970727a514a72626a753471507266795533624434423079556d4f314e34222c222465736b6e6338574f665344544378306155455a4b6c436f6965514f31334e33516f376d357759636f365549222c22243936774b5a70706a2d70305f666f486d42434e375453634365586235756a636d766e3561654a7036485367225d2c226465707468223a32392c22686173686573223a7b22736861323536223a224a4a614a4f61794f45614d71576d55374e37352b45736f2f43634d62664842445553545178385452496477227d2c22707265765f6576656e7473223a5b222449744a663043755663576b533358516e394e6e50395651366c48524a4173336a376a4f3632776e46677963225d7d2c22646576696365223a2240626f31346361646430353a746573742e6c6f63616c2f374d3732425155494f43222c2274786e223a2274786e3233626161636230227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!weFrBRCeBtElQlqcUi:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('hUPnKB1KSnS8TPkNjrkXlBFp', '@anna1301f2b7:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795621968703, 1795708368703, 0);
INSERT INTO public.memberships VALUES
	('@bo14cadd05:test.local', '!weFrBRCeBtElQlqcUi:test.local', 'join', 14, 0),
	('@bo14cadd05:test.local', '!tjIFEqnwzYyFOpDqIV:test.local', 'join', 34, 0),
	('@cho154579ba:test.local', '!tjIFEqnwzYyFOpDqIV:test.local', 'join', 41, 0),
	('@cho154579ba:test.local', '!weFrBRCeBtElQlqcUi:test.local', 'invite', 44, 0),
	('@anna1301f2b7:test.local', '!weFrBRCeBtElQlqcUi:test.local', 'join', 55, 0),
	('@_notices:test.local', '!JdsfgKfCLJzPQNcwvV:test.local', 'join', 59, 0),
	('@cho154579ba:test.local', '!JdsfgKfCLJzPQNcwvV:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho154579ba:test.local', '!JdsfgKfCLJzPQNcwvV:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14cadd05:test.local', '7M72BQUIOC', 'signed_curve25519', 'A', '\x7b226b6579223a224d2b3430326333384866522b55387a41455a2b30465839374c76584947373639567a6e5a59456975594338222c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a374d3732425155494f43223a223574494c70676d4b564e63582f7749502b6b485a47315748435438596e39654f784f6132677932347533614a6a2f37593546437774634b6b3764686d4a627578614e446853494245377a77463870582f583877544477227d7d7d'),
	(2, '@bo14cadd05:test.local', '7M72BQUIOC', 'signed_curve25519', 'B', '\x7b226b6579223a22786472556a376e35474d2b324f5834694d506f655a5a66646653523071426e543964715a4d794441506b34222c227369676e617475726573223a7b2240626f31346361646430353a746573742e6c6f63616c223a7b22656432353531393a374d3732425155494f43223a22526e726b496649344b463047716c592b31346f57712b55474465325a6a7168452f36304633435a2b70767a575932696c4c70633773382f6a704a647078644862794274753375704859686772316850556a2f706e4151227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14cadd05:test.local', '
bo14cadd05
', '
bo14cadd05:test.local
'),
	('@cho154579ba:test.local', '
cho154579ba
', '
cho154579ba:test.local
'),
	('@anna1301f2b7:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna1301f2b7
', '
anna1301f2b7:test.local
al来😀''\
laiwang
lw
wang
w
'),
	('@_notices:test.local', '
laiwang
_notices
', '
_notices:test.local
');
INSERT INTO public.people_search_open_rooms VALUES
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna1301f2b7:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!tjIFEqnwzYyFOpDqIV:test.local', 1795621964599);
INSERT INTO public.push_pending VALUES
	('@anna1301f2b7:test.local', 'test', 'key', 0, '', 1795621968893),
	('@anna1301f2b7:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795621969519);
INSERT INTO public.push_rules VALUES
	('@anna1301f2b7:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna1301f2b7:test.local', 'NVGGM9LSFZ', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795621968689, 52);
INSERT INTO public.refresh_tokens VALUES
	('de2a1806caa4321c09d635dcdf574f36f04d079006f3d3e612b0eeb83a5103a7', '@cho154579ba:test.local', 'ANZDCS6ERB', '27c8640b3ed41c0afa9c119ac1df2bb157a9c6f5973d7f50fedf6658b5cb0259', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795621968227);
INSERT INTO public.relations VALUES
	('$SEPjASg3V9E6aUeNkmHzWKBho7T2e4Li3Jn9Gj5I1SI', 30, '!weFrBRCeBtElQlqcUi:test.local', '$z5DFwIf4jOHa1h2vh27mLG7cbuy-8XGDG0kCy-zZIXI', 'm.annotation', 'm.reaction', '@bo14cadd05:test.local', '👍', 16),
	('$SEPjASg3V9E6aUeNkmHzWKBho7T2e4Li3Jn9Gj5I1SI', 31, '!weFrBRCeBtElQlqcUi:test.local', '$johgrT1_-OgwA5N9OWUJ44dYnGPrCN5_9MvkPj2_eyY', 'm.thread', 'm.room.message', '@bo14cadd05:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795621968881528, 1795621968881, '@anna1301f2b7:test.local', 'event', '$roruDH3QkO_QMpFQ7YTOR3mGdrTUonb7Wu9R7i8P82E', '!weFrBRCeBtElQlqcUi:test.local', '$roruDH3QkO_QMpFQ7YTOR3mGdrTUonb7Wu9R7i8P82E', '@anna1301f2b7:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224726f7275444833516b4f5f514d7046513759544f52336d47647254556f6e62375775395237693850383245222c226f726967696e5f7365727665725f7473223a313739353632313936343338352c2273656e646572223a2240616e6e6131333031663262373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.create', '', 3),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.member', '@anna1301f2b7:test.local', 4),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.power_levels', '', 5),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.canonical_alias', '', 6),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.join_rules', '', 7),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.history_visibility', '', 8),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.guest_access', '', 9),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.name', '', 10),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.member', '@bo14cadd05:test.local', 11),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.member', '@bo14cadd05:test.local', 14),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.create', '', 33),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.member', '@bo14cadd05:test.local', 34),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.power_levels', '', 35),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.join_rules', '', 36),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.history_visibility', '', 37),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.guest_access', '', 38),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.topic', '', 39),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'm.room.member', '@cho154579ba:test.local', 41),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.member', '@cho154579ba:test.local', 44),
	('!tjIFEqnwzYyFOpDqIV:test.local', 'im.laiwang.burn', '', 46),
	('!weFrBRCeBtElQlqcUi:test.local', 'm.room.member', '@anna1301f2b7:test.local', 55),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.create', '', 58),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.power_levels', '', 60),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.join_rules', '', 61),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.history_visibility', '', 62),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.guest_access', '', 63),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.name', '', 64),
	('!JdsfgKfCLJzPQNcwvV:test.local', 'm.room.member', '@cho154579ba:test.local', 65);
INSERT INTO public.rooms VALUES
	('!tjIFEqnwzYyFOpDqIV:test.local', '11', 11, '$7a7st3_qfhPZ_XedKcKuPj3VBDpVdKrAs2f4G23TWTI', 47),
	('!JdsfgKfCLJzPQNcwvV:test.local', '11', 9, '$CpjbkR_KdMETUDLqCVCZscrf5hr7xRelztNtq7JJuB4', 69),
	('!weFrBRCeBtElQlqcUi:test.local', '11', 29, '$HYKGehipKDMucXAsLpYuKA_Cn0JzP32AVNgvUAe8c_I', 70);
INSERT INTO public.schema_fingerprint VALUES
	('7b0744b4556de247ba666caa46c9f35d5c9b208658a379cc2e753623d1a59b23');
INSERT INTO public.search_blocks VALUES
	(10, 2, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x'),
	(64, 10, 69, 2, 21, 0, '\x'),
	(70, 2, 70, 1, 4, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77'),
	(64, '\x9292000580', '\x016c616977616e670a7765206d6f766520736f6f6e'),
	(70, '\x92910080', '\x6e657773');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'room:!weFrBRCeBtElQlqcUi:test.local'),
	(3, 'user:@anna1301f2b7:test.local'),
	(4, 'user:@bo14cadd05:test.local'),
	(5, 'receipts:!weFrBRCeBtElQlqcUi:test.local'),
	(6, 'room:!tjIFEqnwzYyFOpDqIV:test.local'),
	(7, 'user:@cho154579ba:test.local'),
	(8, 'device_lists'),
	(9, 'user:@_notices:test.local'),
	(10, 'room:!JdsfgKfCLJzPQNcwvV:test.local'),
	(11, 'device:@bo14cadd05:test.local/7M72BQUIOC');
INSERT INTO public.transactions VALUES
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 0', '$SEPjASg3V9E6aUeNkmHzWKBho7T2e4Li3Jn9Gj5I1SI', 1795621964351),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 1', '$roruDH3QkO_QMpFQ7YTOR3mGdrTUonb7Wu9R7i8P82E', 1795621964385),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 2', '$pXLE-rj_VSK1AcIjPpp2RRWAcGiZske84ZPpmirUnRE', 1795621964396),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 3', '$Ewmjlbnl5Ehjzer3J_xqC61STy-i2Cupep6rEShw_L8', 1795621964407),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 4', '$M3HTBuIM4ZX3bdwYx8q9bSYXKX7UHhVFlajIpVvR7XE', 1795621964420),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 5', '$lqR2GZ2r6d-r6E84g7EfXhmk45Uey7q3L9JXo06mXfY', 1795621964437),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 6', '$QmiXhQ5BXEzF9NOd_9S0uUSAGALUkSaZ_gQz1CjdcXc', 1795621964445),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 7', '$_FF9LzbXPOKGZAyEfWUbzOxWEXzdgKLa7_0pjqKFkYc', 1795621964461),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 8', '$WtjjScSXdiVkD2Bxx-2L586uWE01be6OhDmrKoDi4Gg', 1795621964483),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 9', '$25_numHbLg2_mWU04VoFRN_HO-UmFXUArhx0cJtoz3s', 1795621964494),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 10', '$VUIL0dLZmULWcpQPuoA-ebURJ_mDMzfSOFcV8lE5td0', 1795621964504),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn 11', '$-H6UWCjJSzv9cnwIBZfww-PCyPeCPlXzexqdZpS-96I', 1795621964519),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn17a4a36f', '$T5kpNaPkJ2UH3TFiXiZhSEr_8kq_Fcde3OI5SyiV8Jw', 1795621964531),
	('@bo14cadd05:test.local/7M72BQUIOC', 'redact/!weFrBRCeBtElQlqcUi:test.local/$T5kpNaPkJ2UH3TFiXiZhSEr_8kq_Fcde3OI5SyiV8Jw', 'txn181c87d3', '$GuURsx11ZljNWvvVJdXFVzbv8Z9Hbm_bMr7ziMkkAY8', 1795621964542),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!weFrBRCeBtElQlqcUi:test.local/m.reaction', 'txn197f5770', '$z5DFwIf4jOHa1h2vh27mLG7cbuy-8XGDG0kCy-zZIXI', 1795621964573),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn206e7932', '$johgrT1_-OgwA5N9OWUJ44dYnGPrCN5_9MvkPj2_eyY', 1795621964587),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!tjIFEqnwzYyFOpDqIV:test.local/m.room.message', 'txn214f10f1', '$TUybEAsHAR8WI97iPWQa7FKMD2zKYpbDFAidXZKd8HY', 1795621964617),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!tjIFEqnwzYyFOpDqIV:test.local/m.room.message', 'txn22bf8f61', '$7a7st3_qfhPZ_XedKcKuPj3VBDpVdKrAs2f4G23TWTI', 1795621964650),
	('@_notices:test.local/', 'announcement/1795621968891000', '@cho154579ba:test.local', '$CpjbkR_KdMETUDLqCVCZscrf5hr7xRelztNtq7JJuB4', 1795621969393),
	('@bo14cadd05:test.local/7M72BQUIOC', 'send/!weFrBRCeBtElQlqcUi:test.local/m.room.message', 'txn23baacb0', '$HYKGehipKDMucXAsLpYuKA_Cn0JzP32AVNgvUAe8c_I', 1795621969515),
	('@anna1301f2b7:test.local/NVGGM9LSFZ', 'PUT /sendToDevice/m.test', 't24995ec0', '', 1795621969528);
SELECT pg_catalog.setval('public.audit_id_seq', 3, true);
SELECT pg_catalog.setval('public.log_position_id_seq', 1, false);
SELECT pg_catalog.setval('public.one_time_keys_id_seq', 2, true);
SELECT pg_catalog.setval('public.topics_id_seq', 11, true);
SELECT pg_catalog.setval('public.web_push_key_id_seq', 1, false);
ALTER TABLE ONLY public.access_tokens
    ADD CONSTRAINT access_tokens_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.activity_days
    ADD CONSTRAINT activity_days_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.activity_last_days
    ADD CONSTRAINT activity_last_days_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.activity_writers
    ADD CONSTRAINT activity_writers_pkey PRIMARY KEY (day, user_id);
ALTER TABLE ONLY public.address_links
    ADD CONSTRAINT address_links_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.address_proofs
    ADD CONSTRAINT address_proofs_pkey PRIMARY KEY (sid);
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (address);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkey PRIMARY KEY (version_num);
ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT aliases_pkey PRIMARY KEY (alias);
ALTER TABLE ONLY public.announcements
    ADD CONSTRAINT announcements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.blocked_rooms
    ADD CONSTRAINT blocked_rooms_pkey PRIMARY KEY (room_id);
ALTER TABLE ONLY public.burn_marks
    ADD CONSTRAINT burn_marks_pkey PRIMARY KEY (room_id, user_id, thread);
ALTER TABLE ONLY public.burn_pending
    ADD CONSTRAINT burn_pending_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.burn_timers
    ADD CONSTRAINT burn_timers_pkey PRIMARY KEY (room_id);
ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_pkey PRIMARY KEY (from_id, to_id);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (user_id, contact_id);
ALTER TABLE ONLY public.contacts_unsuggested
    ADD CONSTRAINT contacts_unsuggested_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.cross_signing_keys
    ADD CONSTRAINT cross_signing_keys_pkey PRIMARY KEY (user_id, usage);
ALTER TABLE ONLY public.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (follower);
ALTER TABLE ONLY public.dehydrated_devices
    ADD CONSTRAINT dehydrated_devices_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.departures
    ADD CONSTRAINT departures_pkey PRIMARY KEY (departure_id);
ALTER TABLE ONLY public.device_keys
    ADD CONSTRAINT device_keys_pkey PRIMARY KEY (user_id, device_id);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (user_id, device_id);
ALTER TABLE ONLY public.event_ids
    ADD CONSTRAINT event_ids_pkey PRIMARY KEY (event_id);
ALTER TABLE ONLY public.fallback_keys
    ADD CONSTRAINT fallback_keys_pkey PRIMARY KEY (user_id, device_id, algorithm);
ALTER TABLE ONLY public.filters
    ADD CONSTRAINT filters_pkey PRIMARY KEY (user_id, number);
ALTER TABLE ONLY public.key_backup_keys
    ADD CONSTRAINT key_backup_keys_pkey PRIMARY KEY (user_id, version, room_id, session_id);
ALTER TABLE ONLY public.key_backup_last_versions
    ADD CONSTRAINT key_backup_last_versions_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.key_backup_versions
    ADD CONSTRAINT key_backup_versions_pkey PRIMARY KEY (user_id, version);
ALTER TABLE ONLY public.key_signatures
    ADD CONSTRAINT key_signatures_pkey PRIMARY KEY (target_user, target_key, signer_user, signer_key);
ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (url_key, fetched_ms);
ALTER TABLE ONLY public.log_changes
    ADD CONSTRAINT log_changes_pkey PRIMARY KEY (serial);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.log_position
    ADD CONSTRAINT log_position_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.media_given_up
    ADD CONSTRAINT media_given_up_pkey PRIMARY KEY (media_id);
ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (media_id);
ALTER TABLE ONLY public.media_uses
    ADD CONSTRAINT media_uses_pkey PRIMARY KEY (media_id, "position");
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (user_id, room_id);
ALTER TABLE ONLY public.notice_rooms
    ADD CONSTRAINT notice_rooms_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.one_time_keys
    ADD CONSTRAINT one_time_keys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.one_time_keys
    ADD CONSTRAINT one_time_keys_user_id_device_id_algorithm_key_id_key UNIQUE (user_id, device_id, algorithm, key_id);
ALTER TABLE ONLY public.organisation_bars
    ADD CONSTRAINT organisation_bars_pkey PRIMARY KEY (organisation_id, user_id);
ALTER TABLE ONLY public.organisation_departments
    ADD CONSTRAINT organisation_departments_pkey PRIMARY KEY (department_id);
ALTER TABLE ONLY public.organisation_domains
    ADD CONSTRAINT organisation_domains_pkey PRIMARY KEY (domain, organisation_id);
ALTER TABLE ONLY public.organisation_invitations
    ADD CONSTRAINT organisation_invitations_pkey PRIMARY KEY (invitation_id);
ALTER TABLE ONLY public.organisation_members
    ADD CONSTRAINT organisation_members_pkey PRIMARY KEY (organisation_id, user_id);
ALTER TABLE ONLY public.organisation_partnerships
    ADD CONSTRAINT organisation_partnerships_pkey PRIMARY KEY (organisation_id, partner_id);
ALTER TABLE ONLY public.organisation_posts
    ADD CONSTRAINT organisation_posts_pkey PRIMARY KEY (department_id, user_id);
ALTER TABLE ONLY public.organisation_shared_departments
    ADD CONSTRAINT organisation_shared_departments_pkey PRIMARY KEY (organisation_id, partner_id, department_id);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (mail_id);
ALTER TABLE ONLY public.passes
    ADD CONSTRAINT passes_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.people_search_open_rooms
    ADD CONSTRAINT people_search_open_rooms_pkey PRIMARY KEY (room_id, why);
ALTER TABLE ONLY public.people_search
    ADD CONSTRAINT people_search_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.processes
    ADD CONSTRAINT processes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (user_id, name);
ALTER TABLE ONLY public.profiles_spreading
    ADD CONSTRAINT profiles_spreading_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.published_networks
    ADD CONSTRAINT published_networks_pkey PRIMARY KEY (service_id, network_id, room_id);
ALTER TABLE ONLY public.published_rooms
    ADD CONSTRAINT published_rooms_pkey PRIMARY KEY (room_id);
ALTER TABLE ONLY public.purges
    ADD CONSTRAINT purges_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.push_pending
    ADD CONSTRAINT push_pending_pkey PRIMARY KEY (user_id, app_id, pushkey, "position");
ALTER TABLE ONLY public.push_rules
    ADD CONSTRAINT push_rules_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.pushers
    ADD CONSTRAINT pushers_pkey PRIMARY KEY (app_id, pushkey, user_id);
ALTER TABLE ONLY public.rate_buckets
    ADD CONSTRAINT rate_buckets_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.registration_tokens
    ADD CONSTRAINT registration_tokens_pkey PRIMARY KEY (token);
ALTER TABLE ONLY public.relations
    ADD CONSTRAINT relations_pkey PRIMARY KEY (parent, "position");
ALTER TABLE ONLY public.repeats
    ADD CONSTRAINT repeats_pkey PRIMARY KEY (key_hash);
ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.room_shutdowns
    ADD CONSTRAINT room_shutdowns_pkey PRIMARY KEY (room_id);
ALTER TABLE ONLY public.room_state
    ADD CONSTRAINT room_state_pkey PRIMARY KEY (room_id, type, state_key, "position");
ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (room_id);
ALTER TABLE ONLY public.scim_tokens
    ADD CONSTRAINT scim_tokens_pkey PRIMARY KEY (organisation_id, name);
ALTER TABLE ONLY public.scim_users
    ADD CONSTRAINT scim_users_pkey PRIMARY KEY (organisation_id, user_id);
ALTER TABLE ONLY public.search_blocks
    ADD CONSTRAINT search_blocks_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.search_edits
    ADD CONSTRAINT search_edits_pkey PRIMARY KEY (source);
ALTER TABLE ONLY public.search_texts
    ADD CONSTRAINT search_texts_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.service_places
    ADD CONSTRAINT service_places_pkey PRIMARY KEY (service_id);
ALTER TABLE ONLY public.thumbnails
    ADD CONSTRAINT thumbnails_pkey PRIMARY KEY (media_id, size);
ALTER TABLE ONLY public.topics
    ADD CONSTRAINT topics_name_key UNIQUE (name);
ALTER TABLE ONLY public.topics
    ADD CONSTRAINT topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.transactions
    ADD CONSTRAINT transactions_pkey PRIMARY KEY (device_key, scope, txn_id);
ALTER TABLE ONLY public.uia_sessions
    ADD CONSTRAINT uia_sessions_pkey PRIMARY KEY (id_hash);
ALTER TABLE ONLY public.verifications
    ADD CONSTRAINT verifications_pkey PRIMARY KEY (user_id, kind);
ALTER TABLE ONLY public.web_push_key
    ADD CONSTRAINT web_push_key_pkey PRIMARY KEY (id);
CREATE INDEX access_tokens_device ON public.access_tokens USING btree (user_id, device_id);
CREATE INDEX activity_last_days_day ON public.activity_last_days USING btree (day);
CREATE INDEX address_links_expires ON public.address_links USING btree (expires_ms);
CREATE INDEX address_links_sid ON public.address_links USING btree (sid);
CREATE UNIQUE INDEX address_proofs_asked ON public.address_proofs USING btree (address, secret_hash, purpose);
CREATE INDEX address_proofs_expires ON public.address_proofs USING btree (expires_ms);
CREATE INDEX addresses_user ON public.addresses USING btree (user_id);
CREATE INDEX aliases_room ON public.aliases USING btree (room_id);
CREATE UNIQUE INDEX announcements_request ON public.announcements USING btree (created_by, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX audit_subject ON public.audit USING btree (subject, id);
CREATE INDEX burn_pending_due ON public.burn_pending USING btree (due_ms);
CREATE INDEX burn_pending_event ON public.burn_pending USING btree (event_id);
CREATE INDEX burn_pending_room ON public.burn_pending USING btree (room_id, is_running, sender, thread, "position");
CREATE INDEX contact_requests_room ON public.contact_requests USING btree (room_id);
CREATE INDEX contact_requests_to ON public.contact_requests USING btree (to_id, made_ms);
CREATE INDEX contacts_contact ON public.contacts USING btree (contact_id);
CREATE INDEX departures_finished ON public.departures USING btree (finished_ms);
CREATE INDEX departures_of ON public.departures USING btree (organisation_id, departure_id);
CREATE UNIQUE INDEX filters_digest ON public.filters USING btree (user_id, digest);
CREATE INDEX key_signatures_signer ON public.key_signatures USING btree (signer_user, signer_key);
CREATE INDEX links_fetched ON public.links USING btree (fetched_ms);
CREATE UNIQUE INDEX log_key ON public.log USING btree (topic, key) WHERE (key IS NOT NULL);
CREATE INDEX log_topic ON public.log USING btree (topic, "position", mark);
CREATE INDEX media_expiry ON public.media USING btree (state, expires_ms);
CREATE INDEX media_fetched ON public.media USING btree (is_fetched, created_ms, media_id);
CREATE INDEX media_user ON public.media USING btree (user_id, state);
CREATE INDEX media_uses_position ON public.media_uses USING btree ("position");
CREATE INDEX media_uses_room ON public.media_uses USING btree (room_id, media_id);
CREATE INDEX memberships_room ON public.memberships USING btree (room_id, membership);
CREATE INDEX one_time_keys_oldest ON public.one_time_keys USING btree (user_id, device_id, algorithm, id);
CREATE UNIQUE INDEX organisation_departments_sibling ON public.organisation_departments USING btree (organisation_id, parent_id, folded_name);
CREATE UNIQUE INDEX organisation_domains_confirmed ON public.organisation_domains USING btree (domain) WHERE (confirmed_ms IS NOT NULL);
CREATE UNIQUE INDEX organisation_invitations_code ON public.organisation_invitations USING btree (code);
CREATE INDEX organisation_invitations_of ON public.organisation_invitations USING btree (organisation_id, invitation_id);
CREATE UNIQUE INDEX organisation_members_external ON public.organisation_members USING btree (organisation_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX organisation_members_person ON public.organisation_members USING btree (user_id);
CREATE INDEX organisation_partnerships_partner ON public.organisation_partnerships USING btree (partner_id);
CREATE INDEX organisation_posts_person ON public.organisation_posts USING btree (organisation_id, user_id);
CREATE INDEX organisation_shared_departments_department ON public.organisation_shared_departments USING btree (department_id);
CREATE INDEX outbox_due ON public.outbox USING btree (due_ms);
CREATE INDEX passes_expires ON public.passes USING btree (expires_ms);
CREATE INDEX passes_user ON public.passes USING btree (user_id);
CREATE UNIQUE INDEX purges_open ON public.purges USING btree (room_id) WHERE (finished_ms IS NULL);
CREATE INDEX purges_room ON public.purges USING btree (room_id, id);
CREATE INDEX pushers_user ON public.pushers USING btree (user_id, device_id);
CREATE INDEX refresh_tokens_device ON public.refresh_tokens USING btree (user_id, device_id);
CREATE UNIQUE INDEX relations_annotation ON public.relations USING btree (parent, sender, type, annotation) WHERE (annotation IS NOT NULL);
CREATE INDEX relations_bundled ON public.relations USING btree (room_id, parent_position) WHERE (rel_type = ANY (ARRAY['m.replace'::text, 'm.thread'::text, 'm.reference'::text]));
CREATE INDEX relations_position ON public.relations USING btree ("position");
CREATE INDEX relations_threads ON public.relations USING btree (room_id, parent, "position", sender) WHERE (rel_type = 'm.thread'::text);
CREATE INDEX repeats_at ON public.repeats USING btree (at_ms);
CREATE UNIQUE INDEX reports_open ON public.reports USING btree (reporter, subject) WHERE (resolved_ms IS NULL);
CREATE INDEX room_state_position ON public.room_state USING btree (room_id, "position");
CREATE UNIQUE INDEX scim_tokens_hash ON public.scim_tokens USING btree (token_hash);
CREATE UNIQUE INDEX scim_users_name ON public.scim_users USING btree (organisation_id, folded_name);
CREATE INDEX search_blocks_open ON public.search_blocks USING btree (room, "position") WHERE (is_sealed = 0);
CREATE INDEX search_blocks_place ON public.search_blocks USING btree (room, "position");
CREATE INDEX search_blocks_room ON public.search_blocks USING btree (room, last, "position");
CREATE INDEX search_edits_original ON public.search_edits USING btree (original);
CREATE INDEX transactions_at ON public.transactions USING btree (at_ms);
CREATE INDEX uia_sessions_started ON public.uia_sessions USING btree (started_ms);
