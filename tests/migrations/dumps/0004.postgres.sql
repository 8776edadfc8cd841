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
CREATE TABLE public.organisation_departments (
    department_id text NOT NULL COLLATE pg_catalog."C",
    organisation_id text NOT NULL COLLATE pg_catalog."C",
    parent_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    folded_name text NOT NULL COLLATE pg_catalog."C",
    external_id text COLLATE pg_catalog."C"
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
	('0ce7472cceac88da1a07a44e7ca85b30398dccbf43299de44f673642e1797598', '@anna13628ad8:test.local', '3IK3P49AG2', NULL, NULL),
	('f2ac7ad74ada524431fe5e379aac3a69318152bb19260f366cd322c5e42a8af9', '@bo14835cde:test.local', 'READYS7DLO', NULL, NULL),
	('b8e97d4332205e32653e7dd2276415e989fb6068ce2026072528cbddeb5347f7', '@cho15f77793:test.local', 'AODHIKO1YM', NULL, NULL),
	('feaa4a40c23c60f04a171f7ce29893724be98b34086c8b4ce032d4686a7ccd96', '@cho15f77793:test.local', 'X5HSZPLD0X', 1795623239063, NULL);
INSERT INTO public.accounts VALUES
	('@bo14835cde:test.local', '$argon2id$v=19$m=8,t=1,p=1$AHo+iJSPG1tSTrjmQ36dXg$htKpnym7EGHZnyfkJ7+TBzUcKjweaZT5vloiM4wlSjs', 0, 0, 0, 0, 1795619634751),
	('@cho15f77793:test.local', '$argon2id$v=19$m=8,t=1,p=1$Dj5c3DfNiOS6C2WTb80qXg$Ww98NB4QcsMbDp6e/g08h5b9V6rjABUcuQMvqbcO9BU', 0, 0, 0, 0, 1795619634823),
	('@anna13628ad8:test.local', '$argon2id$v=19$m=8,t=1,p=1$kAMUkfjcOKTH7x4BOsPTPQ$fd4pDZ5lwG0se+BWkAUxwYwBOPgX8O4A34HxIac9N2Q', 1, 0, 0, 0, 1795619634643),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795619643079);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna13628ad8:test.local', 20782),
	('@bo14835cde:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna13628ad8:test.local'),
	(20782, '@bo14835cde:test.local');
INSERT INTO public.alembic_version VALUES
	('0004');
INSERT INTO public.aliases VALUES
	('#tea16c3d0f3:test.local', '!SvZOkUUdOZqQpPkdll:test.local', '@anna13628ad8:test.local');
INSERT INTO public.announcements VALUES
	(1795619643039237, '@anna13628ad8:test.local', 1795619643039, 'We move soon', NULL, '["@cho15f77793:test.local"]', NULL, '@cho15f77793:test.local', 1, 1795619643932);
INSERT INTO public.audit VALUES
	(1, 1795619638244, 'command line', 'person.set_admin', '@anna13628ad8:test.local', 'false', 'true'),
	(2, 1795619642427, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795619643039, '@anna13628ad8:test.local', 'announcement.create', '1795619643039237', NULL, '{"body":"We move soon","people":["@cho15f77793:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!FQiclKPaoiXHtZgmuH:test.local', '$DEYIL-BYjpoEzcwfUCUvm0_7r94rhfdzrNxu37hSgRc', '@bo14835cde:test.local', 'main', 86400000, 0, 1796224438909);
INSERT INTO public.burn_timers VALUES
	('!FQiclKPaoiXHtZgmuH:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14835cde:test.local', 'master', 'T19ohG1CnIDS/CBroYX3tGG2IqTp/E6o/T+nZAaFBxc', '\x7b22757365725f6964223a2240626f31343833356364653a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a5431396f684731436e4944532f4342726f59583374474732497154702f45366f2f542b6e5a416146427863223a225431396f684731436e4944532f4342726f59583374474732497154702f45366f2f542b6e5a416146427863227d7d'),
	('@bo14835cde:test.local', 'self_signing', 'x1cQFOpkNrrNTAW1z3nu/Q8FAXhrHKJo0i9RC4HZETI', '\x7b22757365725f6964223a2240626f31343833356364653a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a78316351464f706b4e72724e544157317a336e752f51384641586872484b4a6f306939524334485a455449223a2278316351464f706b4e72724e544157317a336e752f51384641586872484b4a6f306939524334485a455449227d2c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a5431396f684731436e4944532f4342726f59583374474732497154702f45366f2f542b6e5a416146427863223a2253306d46464743512b536b2b3952696e777576744f774d766650563849316c464a70456a69357a524173446f524167434f64496d692b6645516d4c6a57596545577062526841445067336c66624d456d4e5933644141227d7d7d'),
	('@bo14835cde:test.local', 'user_signing', 'oay9DmnL9DtLIkkCbFr4NIyolIRi8DEKDgF5+JuokOE', '\x7b22757365725f6964223a2240626f31343833356364653a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a6f617939446d6e4c3944744c496b6b43624672344e49796f6c4952693844454b446746352b4a756f6b4f45223a226f617939446d6e4c3944744c496b6b43624672344e49796f6c4952693844454b446746352b4a756f6b4f45227d2c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a5431396f684731436e4944532f4342726f59583374474732497154702f45366f2f542b6e5a416146427863223a226f50794e555a7a59774a784f696838534a774e48726c647566414a73334d3570444454414b58373653716d6b33747945326453674d59434532386b463238615948497250427762324f356b5831376c32433231464151227d7d7d');
INSERT INTO public.cursors VALUES
	('search', 56),
	('push', 71),
	('burn', 71),
	('activity', 56);
INSERT INTO public.device_keys VALUES
	('@bo14835cde:test.local', 'READYS7DLO', '\x7b22757365725f6964223a2240626f31343833356364653a746573742e6c6f63616c222c226465766963655f6964223a2252454144595337444c4f222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a52454144595337444c4f223a227a74504b414c3370546148684368457070615467556e6c6c53386f6d6e5a58584b734d4359735944673338222c22637572766532353531393a52454144595337444c4f223a22304b354b51547055786f48312f592f3537434c6e4a325835394e6f347757304b536b596e64736d5246494d227d2c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a52454144595337444c4f223a227157584a4556696255453544787553714552436e396848763550576a736c68732b453633586e4677303730326933505557434d39442f314176754d4f4c72412f753847594a466c4768456577495346714a446f384167227d7d7d');
INSERT INTO public.devices VALUES
	('@anna13628ad8:test.local', '3IK3P49AG2', NULL, 1795619638636, '127.0.0.1', 0),
	('@bo14835cde:test.local', 'READYS7DLO', NULL, 1795619638667, '127.0.0.1', 0),
	('@cho15f77793:test.local', 'AODHIKO1YM', NULL, 1795619638863, '127.0.0.1', 0),
	('@cho15f77793:test.local', 'X5HSZPLD0X', NULL, 1795619639063, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$-ipEWXzC5cMWBX-f3xczFmUzf669aRWwOD-7F3V5sq8', 3),
	('$kQ5PYt3-tyKFLH4-099OyoWyP7RsAdxCdHoCgGlVOYo', 4),
	('$Xu1WBWkGBtwaYA3gqYdMExi6vDGUlvzbX_hFFIBwuRo', 5),
	('$Wk5DybFqlRg5NiOR0GzUpNEjCamOerV4jAI7FsON8GQ', 6),
	('$tUEbde9rZgbp9SSjJeyaSWJSP_MCipJlpLRli-bSaE0', 7),
	('$UjBdSDvbQ_UhfVc09TRg57NgyOnGAvVxBwJDJ_auHek', 8),
	('$NRGPcbZTnW5ozbVEQV6GQLuIlMZO6yBv7ztpGT1kyWs', 9),
	('$xUKY0ZYuvBfWacM5Z1WqRDztBty7cJZEK6064xYBQ-Y', 10),
	('$pBTKLNUQbdwYb89NAx7ib0_LTRhYcwjOGvM72UvZEEI', 11),
	('$WJ-O7xfuFxySVRsUvyEdkv6--Ucb4coVGOg7Kb-N8b0', 14),
	('$eksUwMKfC1GwRCUxA35ZWKketmvkogUPUT2EkXpZ8cg', 16),
	('$ZCWnjpmsi2rjTnedg2y504IhjQVyw0x6Rnp-aoptsA0', 17),
	('$baLHs_vas9zBbPJ7yA8vf0jARSDOz6BNC_iiYGWfFhg', 18),
	('$ci9HCNoRc7rx-tnknPsYY2sS5kH4nZswxM6qlVUALsc', 19),
	('$67ykzQFcCachCyu5J4dbJe_1gkf-k-TCBv-QhCOKymg', 20),
	('$W7VZkBkLEaGJxbItiFaavhClz9nNE4v11x7yece1zBQ', 21),
	('$F7oEHODqU75ulS2M2UPptwn3rb-ITTMtL8G0rIeXLgw', 22),
	('$AaA4T8rBTl_bqhJg69wHyqKznYWdr13wQvdsRy_yHkg', 23),
	('$A-65CR4wBMByTlU6G_PweOZ2-ZBkUuL0iDoq-rfwDlY', 24),
	('$wpI8dY0caKW1_sEk-7LxPUSEPRdmZGnptiUYUxVlCw0', 25),
	('$Z4F7xG1Vifgf6euofbpgcdaVLXW0dyiZZozeXKqWT_M', 26),
	('$AultYRSeDFuWHQO4CiglExE0LhCTspxIV6fc53ZCVu8', 27),
	('$QJICtmTymMEfUdc0xo7MaHeAlKmna3lIqBsJ6uVf6L4', 28),
	('$xRSBqavQACcToRBI1R5kMZRZWwV6lQSs3kLFV_ERt98', 29),
	('$WUrf5u65X8zG4i0GupWtNDz_Wwq9LFVfmeNzoNztgJw', 30),
	('$xjUIKUWIo9INJxEqJKPyDkBAUPRFEHeZLr31Vwdzriw', 31),
	('$H4hRx9MryMVfiQEWnWuEsxv4RrWub7JyYMX3rRFT3Js', 33),
	('$MF1YgeP22iM-pdLhumudcteJGcy2oRtRb42B9aTYTek', 34),
	('$sYQ1kKnR1Hd4PGyUveWy7nhFHAQu4k1HT75t8Pa-p4Y', 35),
	('$IWdhyWgpVhKXjVrQrgf4o2nKabgt-9ZRgumo431Lz7U', 36),
	('$TofbsEW2kjU6Jn1AbuMEucthCDU2Hnptb5Z5rPeOQfw', 37),
	('$2bIyaMj-L8bK-a8tnaeHYFcHENhMVrLTQbkI_BGkII4', 38),
	('$mn4FanOzk6AxXj_B8IrFimEFNPEuH6nXCemyFrv2Qbc', 39),
	('$l5yA8Nk8Al_k11TM1LzdqX0JvIOGa_dzZEBwfTXdEFY', 41),
	('$4rHaLgZ3gOOYG79colRCTzQwdkpaoW6VU4ZwXeIhbns', 43),
	('$wKHD_g1lDaWqnUxMcLVxA0q2w7i3Go9o1AVk6Lm9SLM', 44),
	('$VDPOOluz1uA8D2pokguypNDwuFE9aauBqpb78766qBY', 46),
	('$DEYIL-BYjpoEzcwfUCUvm0_7r94rhfdzrNxu37hSgRc', 47),
	('$ZODH9B8I4ArtirG8-hj98hS9SH5mjdTQcl4NPCZWUZc', 55),
	('$nd8Vi3gEwbnxbfPLzXfS3v-SH6U3uSHcP_2sDVqOEFI', 58),
	('$BYCACE0CSlU6GDc_4RVPie4_CT-UnMAVYOd2KJA30_0', 59),
	('$w4Uvonag655Q-WughuaPgTsbJmsKOrAHFcNOPoD_c88', 60),
	('$4TrPz8In1BlU7Wrkco6CHSLmS30Tz-pfJ6gvUxPWAg0', 61),
	('$AnLAfwgqN1iY0M7BimYTjCYmHhyM6vQUUgZnDvGg9Sg', 62),
	('$hHEnR51aFjHiXO_I8oCvjEJADYUdvxQtj2l2jBMryPo', 63),
	('$DRUVS0ROuCCj0NllXhG8My8_YdXNigdo7h5ymM43QCg', 64),
	('$WgNiQQdeDPMZmMmNLhfd6bqidJkeE4BlvECYxqv3slY', 65),
	('$saUXLWbE3LZpQGlllCHVEpR4Btc5JsTVKCFBhf5QJL0', 69),
	('$MWN__KjVBWBG90gB0NH-IQ7A8TC0-Sn8tFkGQ4UzDK0', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14835cde:test.local', 'READYS7DLO', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a22484b48473167574f326b387965304c523676684c63436d4461334230366d71376b4b56774e4b6233467459222c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a52454144595337444c4f223a226331795a7451306b4155496234764c392f4d2f7a4e68556c6f757155586f6c7a706830377537523144445177672f74714e714b3979373266536f543078423665655974735348475064447255496c6c78786658594451227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna13628ad8:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14835cde:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14835cde:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14835cde:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
INSERT INTO public.leases VALUES
	('burning', '', 1),
	('follower activity', '', 1),
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
	(2, 1, 'account', 'account/@anna13628ad8:test.local', 0, '\x7b7d', NULL),
	(3, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a222f73444833536c6274795349626f7a3466744175535061552f353635314853507175433855717075564b55227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138225d2c226465707468223a322c22686173686573223a7b22736861323536223a226c753568594956347473796377446a78745144733233696b76673543424e574e6137426f4156514f793849227d2c22707265765f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138225d7d7d'),
	(5, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333632386164383a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a332c22686173686573223a7b22736861323536223a2230667865556f43434f78334475714e504d546f4872524c4f3055766e622f65767178547270736e52394377227d2c22707265765f6576656e7473223a5b22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d7d7d'),
	(6, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131366333643066333a746573742e6c6f63616c227d2c226576656e745f6964223a2224576b3544796246716c5267354e694f5230477a55704e456a43616d4f657256346a41493746734f4e384751222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a342c22686173686573223a7b22736861323536223a22556b447743335144306f376e324d792b586c734a314e5836476d32495a65447a437735515a616135375149227d2c22707265765f6576656e7473223a5b22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f225d7d7d'),
	(7, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a352c22686173686573223a7b22736861323536223a225835413657465a48487337704d5449777042645764697836446d464b64326449646f7a544f634e78544c55227d2c22707265765f6576656e7473223a5b2224576b3544796246716c5267354e694f5230477a55704e456a43616d4f657256346a41493746734f4e384751225d7d7d'),
	(8, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224556a426453447662515f5568665663303954526735374e67794f6e474176567842774a444a5f617548656b222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a362c22686173686573223a7b22736861323536223a224b47687538525167327a467270636e4169557a6662636164565277324a58556c66337176554344317a5549227d2c22707265765f6576656e7473223a5b222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530225d7d7d'),
	(9, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a22244e52475063625a546e57356f7a62564551563647514c75496c4d5a4f36794276377a74704754316b795773222c226f726967696e5f7365727665725f7473223a313739353631393633383634332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a372c22686173686573223a7b22736861323536223a224f52516f7942417275767a585737777446484d5361762f3966477931795379635a4f426834366e384b7649227d2c22707265765f6576656e7473223a5b2224556a426453447662515f5568665663303954526735374e67794f6e474176567842774a444a5f617548656b225d7d7d'),
	(10, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a222478554b59305a59757642665761634d355a31577152447a7442747937634a5a454b36303634785942512d59222c226f726967696e5f7365727665725f7473223a313739353631393633383634342c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a382c22686173686573223a7b22736861323536223a2244772f6e58737a437952314932516d4c624751546b455055324f4c4965666b77622f382f73645a614e3345227d2c22707265765f6576656e7473223a5b22244e52475063625a546e57356f7a62564551563647514c75496c4d5a4f36794276377a74704754316b795773225d7d7d'),
	(11, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22247042544b4c4e5551626477596238394e4178376962305f4c5452685963776a4f47764d373255765a454549222c226f726967696e5f7365727665725f7473223a313739353631393633383634342c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f222c222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530225d2c226465707468223a392c22686173686573223a7b22736861323536223a222b6a3948626b376961342f46444e32433755787038444233487350486a486773793636304c5859464a5334227d2c22707265765f6576656e7473223a5b222478554b59305a59757642665761634d355a31577152447a7442747937634a5a454b36303634785942512d59225d7d7d'),
	(14, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230222c226f726967696e5f7365727665725f7473223a313739353631393633383636372c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22247042544b4c4e5551626477596238394e4178376962305f4c5452685963776a4f47764d373255765a454549222c222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530225d2c226465707468223a31302c22686173686573223a7b22736861323536223a22575177565561457132453664582f6145654855353948742b73554d76304158433356664e6d63716b756f73227d2c22707265765f6576656e7473223a5b22247042544b4c4e5551626477596238394e4178376962305f4c5452685963776a4f47764d373255765a454549225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c227265706c616365735f7374617465223a22247042544b4c4e5551626477596238394e4178376962305f4c5452685963776a4f47764d373255765a454549227d7d'),
	(15, 3, 'membership', 'membership/!SvZOkUUdOZqQpPkdll:test.local', 0, '\x7b22726f6f6d5f6964223a222153765a4f6b5555644f5a715170506b646c6c3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224656b7355774d4b6643314777524355784133355a574b6b65746d766b6f675550555432456b58705a386367222c226f726967696e5f7365727665725f7473223a313739353631393633383637352c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2278554e2f772f43733646586b32513344723448784c685a38394b69793273762f4270786838657a54494851227d2c22707265765f6576656e7473223a5b2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2030227d'),
	(56, 2, 'membership', 'membership/!SvZOkUUdOZqQpPkdll:test.local', 0, '\x7b22726f6f6d5f6964223a222153765a4f6b5555644f5a715170506b646c6c3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a2224345472507a38496e31426c553757726b636f364348534c6d533330547a2d70664a36677655785057416730222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a342c22686173686573223a7b22736861323536223a226b754e657a4c303857534f4a6a34444f6761334166504d316b4d30707450334e4473334534335a4b65446f227d2c22707265765f6576656e7473223a5b2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245a43576e6a706d736932726a546e656467327935303449686a51567977307836526e702d616f7074734130222c226f726967696e5f7365727665725f7473223a313739353631393633383639312c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31322c22686173686573223a7b22736861323536223a224b364a73664c6c6a5375444a5461516135692b6d6f504b36506d5456615371396a704b425a646470384d55227d2c22707265765f6576656e7473223a5b2224656b7355774d4b6643314777524355784133355a574b6b65746d766b6f675550555432456b58705a386367225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2031227d'),
	(18, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222462614c48735f766173397a4262504a377941387666306a415253444f7a36424e435f696959475766466867222c226f726967696e5f7365727665725f7473223a313739353631393633383730372c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31332c22686173686573223a7b22736861323536223a222b6949395774386b514a5445734a444e5a65434a6738764e6a57377935704f377774634a41623554594c38227d2c22707265765f6576656e7473223a5b22245a43576e6a706d736932726a546e656467327935303449686a51567977307836526e702d616f7074734130225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2032227d'),
	(19, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222463693948434e6f52633772782d746e6b6e50735959327353356b48346e5a7377784d36716c5655414c7363222c226f726967696e5f7365727665725f7473223a313739353631393633383732332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31342c22686173686573223a7b22736861323536223a2253754335505a48725a415242335237774b586f68496a342b68654b5177555847795746324c7a7245444934227d2c22707265765f6576656e7473223a5b222462614c48735f766173397a4262504a377941387666306a415253444f7a36424e435f696959475766466867225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2033227d'),
	(20, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22243637796b7a51466343616368437975354a3464624a655f31676b662d6b2d544342762d5168434f4b796d67222c226f726967696e5f7365727665725f7473223a313739353631393633383732362c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31352c22686173686573223a7b22736861323536223a226842536366336b456d55776c6c6c4b37385a38477a584253584570744f61744d4638415670343779623063227d2c22707265765f6576656e7473223a5b222463693948434e6f52633772782d746e6b6e50735959327353356b48346e5a7377784d36716c5655414c7363225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2034227d'),
	(21, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245737565a6b426b4c4561474a78624974694661617668436c7a396e4e4534763131783779656365317a4251222c226f726967696e5f7365727665725f7473223a313739353631393633383734332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31362c22686173686573223a7b22736861323536223a22775857373664365a4669563764306b476f45416c62522b58655a487a6d73523735617a4c704d62484a7345227d2c22707265765f6576656e7473223a5b22243637796b7a51466343616368437975354a3464624a655f31676b662d6b2d544342762d5168434f4b796d67225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2035227d'),
	(22, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222446376f45484f4471553735756c53324d3255507074776e3372622d4954544d744c384730724965584c6777222c226f726967696e5f7365727665725f7473223a313739353631393633383734392c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31372c22686173686573223a7b22736861323536223a226f2b34793734784d4e6457364b36676f53314d41736e79576e47785a776731485a74346f5075775242556f227d2c22707265765f6576656e7473223a5b22245737565a6b426b4c4561474a78624974694661617668436c7a396e4e4534763131783779656365317a4251225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2036227d'),
	(23, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244161413454387242546c5f6271684a673639774879714b7a6e595764723133775176647352795f79486b67222c226f726967696e5f7365727665725f7473223a313739353631393633383735372c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31382c22686173686573223a7b22736861323536223a226c696331463974425877467a33377a305377394e7371736967336c74787652464270433868364b554c536b227d2c22707265765f6576656e7473223a5b222446376f45484f4471553735756c53324d3255507074776e3372622d4954544d744c384730724965584c6777225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2037227d'),
	(24, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224412d363543523477424d4279546c5536475f5077654f5a322d5a426b55754c3069446f712d726677446c59222c226f726967696e5f7365727665725f7473223a313739353631393633383736322c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a31392c22686173686573223a7b22736861323536223a227770786b2b76334b31635954584179554f56674b37446b687a59544e464e6a393044316a4c734631344a34227d2c22707265765f6576656e7473223a5b22244161413454387242546c5f6271684a673639774879714b7a6e595764723133775176647352795f79486b67225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2038227d'),
	(25, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22247770493864593063614b57315f73456b2d374c78505553455052646d5a476e70746955595578566c437730222c226f726967696e5f7365727665725f7473223a313739353631393633383737302c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a32302c22686173686573223a7b22736861323536223a226f786c776e68743842777938696664776f2b4f704774345658674243324f5a637161444a2b6d454b556434227d2c22707265765f6576656e7473223a5b2224412d363543523477424d4279546c5536475f5077654f5a322d5a426b55754c3069446f712d726677446c59225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e2039227d'),
	(26, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245a34463778473156696667663665756f66627067636461564c5857306479695a5a6f7a65584b7157545f4d222c226f726967696e5f7365727665725f7473223a313739353631393633383737372c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a32312c22686173686573223a7b22736861323536223a2234566a5453622f52417a7a36456f3973416952366d39666169337032376748456e73667a6a6f4144647a6b227d2c22707265765f6576656e7473223a5b22247770493864593063614b57315f73456b2d374c78505553455052646d5a476e70746955595578566c437730225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e203130227d'),
	(27, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222441756c74595253654446755748514f344369676c457845304c684354737078495636666335335a43567538222c226f726967696e5f7365727665725f7473223a313739353631393633383738372c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f225d2c226465707468223a32322c22686173686573223a7b22736861323536223a22763150767a4c44484b4a45784d6159375a414e5043644f45422f7052513641696e493770797876387a6f41227d2c22707265765f6576656e7473223a5b22245a34463778473156696667663665756f66627067636461564c5857306479695a5a6f7a65584b7157545f4d225d7d2c22646576696365223a2240616e6e6131333632386164383a746573742e6c6f63616c2f33494b33503439414732222c2274786e223a2274786e203131227d'),
	(29, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34227d2c226576656e745f6964223a22247852534271617651414363546f5242493152356b4d5a525a577756366c515373336b4c46565f4552743938222c226f726967696e5f7365727665725f7473223a313739353631393633383830302c2272656461637473223a2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34222c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d2c226465707468223a32342c22686173686573223a7b22736861323536223a22307151672f333879704878723056444e5a31703137397a54476938426a4e694c58623869714545356c6f45227d2c22707265765f6576656e7473223a5b2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3138353466643366227d'),
	(28, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34222c226f726967696e5f7365727665725f7473223a313739353631393633383739342c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b222441756c74595253654446755748514f344369676c457845304c684354737078495636666335335a43567538225d2c22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d2c22686173686573223a7b22736861323536223a227259526968386f50546171513359723863772f316f465a733443676f6c3133764e6b415177776176536a73227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34227d2c226576656e745f6964223a22247852534271617651414363546f5242493152356b4d5a525a577756366c515373336b4c46565f4552743938222c226f726967696e5f7365727665725f7473223a313739353631393633383830302c2272656461637473223a2224514a4943746d54796d4d456655646330786f374d614865416c4b6d6e61336c497142734a36755666364c34222c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a222153765a4f6b5555644f5a715170506b646c6c3a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3137363236666163222c227265646163746564223a747275657d'),
	(30, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a2224656b7355774d4b6643314777524355784133355a574b6b65746d766b6f675550555432456b58705a386367222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a2224575572663575363558387a4734693047757057744e447a5f577771394c4656666d654e7a6f4e7a74674a77222c226f726967696e5f7365727665725f7473223a313739353631393633383831392c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d2c226465707468223a32352c22686173686573223a7b22736861323536223a2266514a416e4a4d526b6276582f79683070526b385657484b654f4f55777576694850352b5a70384c326549227d2c22707265765f6576656e7473223a5b22247852534271617651414363546f5242493152356b4d5a525a577756366c515373336b4c46565f4552743938225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3139383931326461227d'),
	(31, 4, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a2224656b7355774d4b6643314777524355784133355a574b6b65746d766b6f675550555432456b58705a386367222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224786a55494b5557496f39494e4a7845714a4b5079446b4241555052464548655a4c7233315677647a726977222c226f726967696e5f7365727665725f7473223a313739353631393633383832372c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d2c226465707468223a32362c22686173686573223a7b22736861323536223a22344a436c4f6b6e676478774a514f61577931714852764b59594c4b6d413861706a725646485252636d4249227d2c22707265765f6576656e7473223a5b2224575572663575363558387a4734693047757057744e447a5f577771394c4656666d654e7a6f4e7a74674a77225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3230613261336136222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14835cde:test.local/', 0, '\x5b226d2e72656164222c2240626f31343833356364653a746573742e6c6f63616c222c22245737565a6b426b4c4561474a78624974694661617668436c7a396e4e4534763131783779656365317a4251222c313739353631393633383833332c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2247544345322f774f3056436f6952784658516765746b5851466b54386e2f517956617165524c7259354134227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73225d2c226465707468223a322c22686173686573223a7b22736861323536223a226a73727a5746575545576832577367547a3661576e645a4f786a4761396e7665696934324d4359556e5538227d2c22707265765f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31343833356364653a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a332c22686173686573223a7b22736861323536223a225544696f7046634759474e525861427463734c56613477614d4d3174482f79706c33704f46746a45576c63227d2c22707265765f6576656e7473223a5b22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a2224495764687957677056684b586a567251726766346f326e4b616267742d395a5267756d6f3433314c7a3755222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a342c22686173686573223a7b22736861323536223a2244784536316f7650676833363163496d3136435742702f48656a436b76616c4c78553262652f374c5a656f227d2c22707265765f6576656e7473223a5b2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224546f6662734557326b6a55364a6e314162754d457563746843445532486e707462355a357250654f516677222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a352c22686173686573223a7b22736861323536223a2274703043774550554f436634384c757975435750733762356461527630586c384f2b47552f575374316c77227d2c22707265765f6576656e7473223a5b2224495764687957677056684b586a567251726766346f326e4b616267742d395a5267756d6f3433314c7a3755225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a222432624979614d6a2d4c38624b2d6138746e61654859466348454e684d56724c5451626b495f42476b494934222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a362c22686173686573223a7b22736861323536223a224a6b7775364761397165613079547879626d5546795a6e37306a5032514d75617a393167385167794a6f73227d2c22707265765f6576656e7473223a5b2224546f6662734557326b6a55364a6e314162754d457563746843445532486e707462355a357250654f516677225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a22246d6e3446616e4f7a6b364178586a5f4238497246696d45464e50457548366e5843656d7946727632516263222c226f726967696e5f7365727665725f7473223a313739353631393633383834312c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a372c22686173686573223a7b22736861323536223a226f342f6c654b64616f654f414a30586c482b3045626231482b676c4c504f6f65626232487146596d6e5355227d2c22707265765f6576656e7473223a5b222432624979614d6a2d4c38624b2d6138746e61654859466348454e684d56724c5451626b495f42476b494934225d7d7d'),
	(40, 3, 'membership', 'membership/!FQiclKPaoiXHtZgmuH:test.local', 0, '\x7b22726f6f6d5f6964223a2221465169636c4b50616f695848745a676d75483a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22246c357941384e6b38416c5f6b3131544d314c7a647158304a76494f47615f647a5a45427766545864454659222c226f726967696e5f7365727665725f7473223a313739353631393633383836332c2273656e646572223a224063686f31356637373739333a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356637373739333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c2224495764687957677056684b586a567251726766346f326e4b616267742d395a5267756d6f3433314c7a3755225d2c226465707468223a382c22686173686573223a7b22736861323536223a226b3875504b6e2f6d5a6975333467455a476c42536c706b54624869664642307241496d4c317a686b6b4355227d2c22707265765f6576656e7473223a5b22246d6e3446616e4f7a6b364178586a5f4238497246696d45464e50457548366e5843656d7946727632516263225d7d7d'),
	(42, 7, 'membership', 'membership/!FQiclKPaoiXHtZgmuH:test.local', 0, '\x7b22726f6f6d5f6964223a2221465169636c4b50616f695848745a676d75483a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224347248614c675a33674f4f59473739636f6c5243547a5177646b70616f57365655345a7758654968626e73222c226f726967696e5f7365727665725f7473223a313739353631393633383837302c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a392c22686173686573223a7b22736861323536223a22766376526a593462424a6b504572586b6968587a6d4c786a737054504a3445616a4b377565492f55374341227d2c22707265765f6576656e7473223a5b22246c357941384e6b38416c5f6b3131544d314c7a647158304a76494f47615f647a5a45427766545864454659225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3231653535313662227d'),
	(44, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a2224774b48445f67316c446157716e55784d634c56784130713277376933476f396f3141566b364c6d39534c4d222c226f726967696e5f7365727665725f7473223a313739353631393633383838332c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356637373739333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f222c222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530225d2c226465707468223a32372c22686173686573223a7b22736861323536223a22487a3057366a6e667175754c61613268436d6830357a742b2f6f397145633733742b2f635553782f764d6f227d2c22707265765f6576656e7473223a5b2224786a55494b5557496f39494e4a7845714a4b5079446b4241555052464548655a4c7233315677647a726977225d7d7d'),
	(45, 7, 'membership', 'membership/!SvZOkUUdOZqQpPkdll:test.local', 0, '\x7b22726f6f6d5f6964223a222153765a4f6b5555644f5a715170506b646c6c3a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a22245644504f4f6c757a317541384432706f6b677579704e447775464539616175427170623738373636714259222c226f726967696e5f7365727665725f7473223a313739353631393633383838382c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a31302c22686173686573223a7b22736861323536223a227655746b5158444c5659594c63416e48563469374e3473614252435538494c786a36706f42386256704838227d2c22707265765f6576656e7473223a5b2224347248614c675a33674f4f59473739636f6c5243547a5177646b70616f57365655345a7758654968626e73225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224444559494c2d42596a706f457a637766554355766d305f37723934726866647a724e787533376853675263222c226f726967696e5f7365727665725f7473223a313739353631393633383930332c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244834685278394d72794d5666695145576e577545737876345272577562374a79594d583372524654334a73222c2224735951316b4b6e52314864345047795576655779376e684648415175346b3148543735743850612d703459222c22244d4631596765503232694d2d70644c68756d75646374654a476379326f527452623432423961545954656b225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2242366159694c72722b61772f71566b62462f33706c6639524e7253514c7a44623578715334337974492b6b227d2c22707265765f6576656e7473223a5b22245644504f4f6c757a317541384432706f6b677579704e447775464539616175427170623738373636714259225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3232323035326235227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14835cde:test.local/READYS7DLO', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14835cde:test.local', 0, '\x7b7d', NULL),
	(51, 2, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 2, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333632386164383a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333632386164383a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna13628ad8:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna13628ad8:test.local', 0, '\x7b7d', NULL),
	(55, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22245a4f44483942384934417274697247382d686a39386853395348356d6a645451636c344e50435a57555a63222c226f726967696e5f7365727665725f7473223a313739353631393634333032372c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f222c222474554562646539725a6762703953536a4a65796153574a53505f4d4369704a6c704c526c692d6253614530225d2c226465707468223a32382c22686173686573223a7b22736861323536223a22674d7245756a636c515539617572505a545276577265374e5845664f73543675584f413352334655386638227d2c22707265765f6576656e7473223a5b2224774b48445f67316c446157716e55784d634c56784130713277376933476f396f3141566b364c6d39534c4d225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c227265706c616365735f7374617465223a22246b5135505974332d74794b464c48342d3039394f796f5779503752734164784364486f4367476c564f596f227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2234683055796b7967422f394a5936357538336e317461564c3674574c32377a6255746c416274485a6f566b227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649225d2c226465707468223a322c22686173686573223a7b22736861323536223a226d5735507748536e3246454c7855344b31376747466f52724476726f4f51556f43647052525a3136675634227d2c22707265765f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649225d7d7d'),
	(60, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a332c22686173686573223a7b22736861323536223a224b2b4c394f774e2b6d6e31333643374e4d4d30476a474e693767434732766c41315235626c62464d713534227d2c22707265765f6576656e7473223a5b22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d7d7d'),
	(62, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224416e4c41667767714e316959304d3742696d59546a43596d4868794d3676515555675a6e44764767395367222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a352c22686173686573223a7b22736861323536223a226668353365326e6a77746f775639524574314a376279723944464f7a585138705466744c7a55364e425538227d2c22707265765f6576656e7473223a5b2224345472507a38496e31426c553757726b636f364348534c6d533330547a2d70664a36677655785057416730225d7d7d'),
	(63, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22246848456e52353161466a4869584f5f49386f43766a454a4144595564767851746a326c326a424d7279506f222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a362c22686173686573223a7b22736861323536223a22496b417236686851486e304b38625a33616d355372624839594356567876364a39634e324b6b4468747363227d2c22707265765f6576656e7473223a5b2224416e4c41667767714e316959304d3742696d59546a43596d4868794d3676515555675a6e44764767395367225d7d7d'),
	(64, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a2224445255565330524f7543436a304e6c6c586847384d79385f5964584e6967646f376835796d4d3433514367222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a372c22686173686573223a7b22736861323536223a2273315873646f506a43774d786e6f57704351433341556e4a5577346441304c432f2b6377566675654f6f59227d2c22707265765f6576656e7473223a5b22246848456e52353161466a4869584f5f49386f43766a454a4144595564767851746a326c326a424d7279506f225d7d7d'),
	(65, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222457674e695151646544504d5a6d4d6d4e4c68666436627169644a6b654534426c7645435978717633736c59222c226f726967696e5f7365727665725f7473223a313739353631393634333931302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356637373739333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30222c2224345472507a38496e31426c553757726b636f364348534c6d533330547a2d70664a36677655785057416730225d2c226465707468223a382c22686173686573223a7b22736861323536223a2252586154654a30414b6b646e7549554b6b335a6a394670596e316a654a4749566253617a705a3073577059227d2c22707265765f6576656e7473223a5b2224445255565330524f7543436a304e6c6c586847384d79385f5964584e6967646f376835796d4d3433514367225d7d7d'),
	(66, 10, 'membership', 'membership/!HQfuoGUNTkDDRKhecV:test.local', 0, '\x7b22726f6f6d5f6964223a2221485166756f47554e546b4444524b686563563a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!HQfuoGUNTkDDRKhecV:test.local', 0, '\x7b22726f6f6d5f6964223a2221485166756f47554e546b4444524b686563563a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!HQfuoGUNTkDDRKhecV:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224736155584c576245334c5a7051476c6c6c43485645705234427463354a7354564b434642686635514a4c30222c226f726967696e5f7365727665725f7473223a313739353631393634333932372c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246e6438566933674577626e786266504c7a58665333762d534836553375534863505f32734456714f454649222c2224773455766f6e6167363535512d57756768756150675473624a6d734b4f72414846634e4f506f445f633838222c22244259434143453043536c55364744635f345256506965345f43542d556e4d4156594f64324b4a4133305f30225d2c226465707468223a392c22686173686573223a7b22736861323536223a225a506e6a382b553251754b56744c6e725556524d745445794b4e74464b6d7a64596971353039374b4c2b34227d2c22707265765f6576656e7473223a5b222457674e695151646544504d5a6d4d6d4e4c68666436627169644a6b654534426c7645435978717633736c59225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31356637373739333a746573742e6c6f63616c227d'),
	(70, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244d574e5f5f4b6a564257424739306742304e482d49513741385443302d536e3874466b475134557a444b30222c226f726967696e5f7365727665725f7473223a313739353631393634343036332c2273656e646572223a2240626f31343833356364653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22242d69704557587a4335634d5742582d663378637a466d557a66363639615257774f442d3746335635737138222c22245875315742576b4742747761594133677159644d45786936764447556c767a62585f68464649427775526f222c2224574a2d4f377866754678795356527355767945646b76362d2d55636234636f56474f67374b622d4e386230225d2c226465707468223a32392c22686173686573223a7b22736861323536223a2254545357626e3348515736643439456a58356a524f67554e74594d5a586b633146483335316c3844353649227d2c22707265765f6576656e7473223a5b22245a4f44483942384934417274697247382d686a39386853395348356d6a645451636c344e50435a57555a63225d7d2c22646576696365223a2240626f31343833356364653a746573742e6c6f63616c2f52454144595337444c4f222c2274786e223a2274786e3233626536316237227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!SvZOkUUdOZqQpPkdll:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('NIsI1b8duGn8Tr1lVYZfYk7P', '@anna13628ad8:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795619642846, 1795706042846, 0);
INSERT INTO public.memberships VALUES
	('@bo14835cde:test.local', '!SvZOkUUdOZqQpPkdll:test.local', 'join', 14, 0),
	('@bo14835cde:test.local', '!FQiclKPaoiXHtZgmuH:test.local', 'join', 34, 0),
	('@cho15f77793:test.local', '!FQiclKPaoiXHtZgmuH:test.local', 'join', 41, 0),
	('@cho15f77793:test.local', '!SvZOkUUdOZqQpPkdll:test.local', 'invite', 44, 0),
	('@anna13628ad8:test.local', '!SvZOkUUdOZqQpPkdll:test.local', 'join', 55, 0),
	('@_notices:test.local', '!HQfuoGUNTkDDRKhecV:test.local', 'join', 59, 0),
	('@cho15f77793:test.local', '!HQfuoGUNTkDDRKhecV:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15f77793:test.local', '!HQfuoGUNTkDDRKhecV:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14835cde:test.local', 'READYS7DLO', 'signed_curve25519', 'A', '\x7b226b6579223a225556425055333471726a3937396c6e58624f566a4c7747524f78415a6c7467786b5674386c582b766c5941222c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a52454144595337444c4f223a226278726a75642b67486461735039434e4171486b457945494c6a3556655072586b61714c4176344d5a6f6d48703967663964774f662b6c58396a43614e3851736e326255396a7347716c41517251536c6b424b614267227d7d7d'),
	(2, '@bo14835cde:test.local', 'READYS7DLO', 'signed_curve25519', 'B', '\x7b226b6579223a225433586a7239304c466c4534376a6f427775444a4f4954316739317441413241486b435a414a4c56305545222c227369676e617475726573223a7b2240626f31343833356364653a746573742e6c6f63616c223a7b22656432353531393a52454144595337444c4f223a2273455543582b35776b364745324f7a6d506662303976622f4f784d47517a4d50675349512b752b5058326858622b34465547586a556d447869324f4a33615342686c42656a414c466c5a594b41634e3148306d4a4367227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14835cde:test.local', '
bo14835cde
', '
bo14835cde:test.local
'),
	('@cho15f77793:test.local', '
cho15f77793
', '
cho15f77793:test.local
'),
	('@anna13628ad8:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna13628ad8
', '
anna13628ad8:test.local
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
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna13628ad8:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!FQiclKPaoiXHtZgmuH:test.local', 1795619638841);
INSERT INTO public.push_pending VALUES
	('@anna13628ad8:test.local', 'test', 'key', 0, '', 1795619643043),
	('@anna13628ad8:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795619644066);
INSERT INTO public.push_rules VALUES
	('@anna13628ad8:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna13628ad8:test.local', '3IK3P49AG2', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795619642835, 52);
INSERT INTO public.refresh_tokens VALUES
	('14dfcb0cd06f2d6fe6f78559060ca2e0fa17d12fb2bd8c29dc2409cf4b5d79dd', '@cho15f77793:test.local', 'X5HSZPLD0X', 'feaa4a40c23c60f04a171f7ce29893724be98b34086c8b4ce032d4686a7ccd96', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795619642427);
INSERT INTO public.relations VALUES
	('$eksUwMKfC1GwRCUxA35ZWKketmvkogUPUT2EkXpZ8cg', 30, '!SvZOkUUdOZqQpPkdll:test.local', '$WUrf5u65X8zG4i0GupWtNDz_Wwq9LFVfmeNzoNztgJw', 'm.annotation', 'm.reaction', '@bo14835cde:test.local', '👍', 16),
	('$eksUwMKfC1GwRCUxA35ZWKketmvkogUPUT2EkXpZ8cg', 31, '!SvZOkUUdOZqQpPkdll:test.local', '$xjUIKUWIo9INJxEqJKPyDkBAUPRFEHeZLr31Vwdzriw', 'm.thread', 'm.room.message', '@bo14835cde:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795619643013559, 1795619643013, '@anna13628ad8:test.local', 'event', '$ZCWnjpmsi2rjTnedg2y504IhjQVyw0x6Rnp-aoptsA0', '!SvZOkUUdOZqQpPkdll:test.local', '$ZCWnjpmsi2rjTnedg2y504IhjQVyw0x6Rnp-aoptsA0', '@anna13628ad8:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245a43576e6a706d736932726a546e656467327935303449686a51567977307836526e702d616f7074734130222c226f726967696e5f7365727665725f7473223a313739353631393633383639312c2273656e646572223a2240616e6e6131333632386164383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.create', '', 3),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.member', '@anna13628ad8:test.local', 4),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.power_levels', '', 5),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.canonical_alias', '', 6),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.join_rules', '', 7),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.history_visibility', '', 8),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.guest_access', '', 9),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.name', '', 10),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.member', '@bo14835cde:test.local', 11),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.member', '@bo14835cde:test.local', 14),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.create', '', 33),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.member', '@bo14835cde:test.local', 34),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.power_levels', '', 35),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.join_rules', '', 36),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.history_visibility', '', 37),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.guest_access', '', 38),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.topic', '', 39),
	('!FQiclKPaoiXHtZgmuH:test.local', 'm.room.member', '@cho15f77793:test.local', 41),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.member', '@cho15f77793:test.local', 44),
	('!FQiclKPaoiXHtZgmuH:test.local', 'im.laiwang.burn', '', 46),
	('!SvZOkUUdOZqQpPkdll:test.local', 'm.room.member', '@anna13628ad8:test.local', 55),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.create', '', 58),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.power_levels', '', 60),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.join_rules', '', 61),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.history_visibility', '', 62),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.guest_access', '', 63),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.name', '', 64),
	('!HQfuoGUNTkDDRKhecV:test.local', 'm.room.member', '@cho15f77793:test.local', 65);
INSERT INTO public.rooms VALUES
	('!FQiclKPaoiXHtZgmuH:test.local', '11', 11, '$DEYIL-BYjpoEzcwfUCUvm0_7r94rhfdzrNxu37hSgRc', 47),
	('!HQfuoGUNTkDDRKhecV:test.local', '11', 9, '$saUXLWbE3LZpQGlllCHVEpR4Btc5JsTVKCFBhf5QJL0', 69),
	('!SvZOkUUdOZqQpPkdll:test.local', '11', 29, '$MWN__KjVBWBG90gB0NH-IQ7A8TC0-Sn8tFkGQ4UzDK0', 70);
INSERT INTO public.schema_fingerprint VALUES
	('7a599c1abfe143553a70369149357ebd78bd13a5d4e1c0b2366aa03c36ef030e');
INSERT INTO public.search_blocks VALUES
	(10, 4, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'user:@anna13628ad8:test.local'),
	(3, 'user:@bo14835cde:test.local'),
	(4, 'room:!SvZOkUUdOZqQpPkdll:test.local'),
	(5, 'receipts:!SvZOkUUdOZqQpPkdll:test.local'),
	(6, 'room:!FQiclKPaoiXHtZgmuH:test.local'),
	(7, 'user:@cho15f77793:test.local'),
	(8, 'device_lists'),
	(9, 'room:!HQfuoGUNTkDDRKhecV:test.local'),
	(10, 'user:@_notices:test.local'),
	(11, 'device:@bo14835cde:test.local/READYS7DLO');
INSERT INTO public.transactions VALUES
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 0', '$eksUwMKfC1GwRCUxA35ZWKketmvkogUPUT2EkXpZ8cg', 1795619638675),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 1', '$ZCWnjpmsi2rjTnedg2y504IhjQVyw0x6Rnp-aoptsA0', 1795619638691),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 2', '$baLHs_vas9zBbPJ7yA8vf0jARSDOz6BNC_iiYGWfFhg', 1795619638707),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 3', '$ci9HCNoRc7rx-tnknPsYY2sS5kH4nZswxM6qlVUALsc', 1795619638723),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 4', '$67ykzQFcCachCyu5J4dbJe_1gkf-k-TCBv-QhCOKymg', 1795619638726),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 5', '$W7VZkBkLEaGJxbItiFaavhClz9nNE4v11x7yece1zBQ', 1795619638743),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 6', '$F7oEHODqU75ulS2M2UPptwn3rb-ITTMtL8G0rIeXLgw', 1795619638749),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 7', '$AaA4T8rBTl_bqhJg69wHyqKznYWdr13wQvdsRy_yHkg', 1795619638757),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 8', '$A-65CR4wBMByTlU6G_PweOZ2-ZBkUuL0iDoq-rfwDlY', 1795619638762),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 9', '$wpI8dY0caKW1_sEk-7LxPUSEPRdmZGnptiUYUxVlCw0', 1795619638770),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 10', '$Z4F7xG1Vifgf6euofbpgcdaVLXW0dyiZZozeXKqWT_M', 1795619638777),
	('@anna13628ad8:test.local/3IK3P49AG2', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn 11', '$AultYRSeDFuWHQO4CiglExE0LhCTspxIV6fc53ZCVu8', 1795619638787),
	('@bo14835cde:test.local/READYS7DLO', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn17626fac', '$QJICtmTymMEfUdc0xo7MaHeAlKmna3lIqBsJ6uVf6L4', 1795619638794),
	('@bo14835cde:test.local/READYS7DLO', 'redact/!SvZOkUUdOZqQpPkdll:test.local/$QJICtmTymMEfUdc0xo7MaHeAlKmna3lIqBsJ6uVf6L4', 'txn1854fd3f', '$xRSBqavQACcToRBI1R5kMZRZWwV6lQSs3kLFV_ERt98', 1795619638800),
	('@bo14835cde:test.local/READYS7DLO', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.reaction', 'txn198912da', '$WUrf5u65X8zG4i0GupWtNDz_Wwq9LFVfmeNzoNztgJw', 1795619638819),
	('@bo14835cde:test.local/READYS7DLO', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn20a2a3a6', '$xjUIKUWIo9INJxEqJKPyDkBAUPRFEHeZLr31Vwdzriw', 1795619638827),
	('@bo14835cde:test.local/READYS7DLO', 'send/!FQiclKPaoiXHtZgmuH:test.local/m.room.message', 'txn21e5516b', '$4rHaLgZ3gOOYG79colRCTzQwdkpaoW6VU4ZwXeIhbns', 1795619638870),
	('@bo14835cde:test.local/READYS7DLO', 'send/!FQiclKPaoiXHtZgmuH:test.local/m.room.message', 'txn222052b5', '$DEYIL-BYjpoEzcwfUCUvm0_7r94rhfdzrNxu37hSgRc', 1795619638903),
	('@_notices:test.local/', 'announcement/1795619643039237', '@cho15f77793:test.local', '$saUXLWbE3LZpQGlllCHVEpR4Btc5JsTVKCFBhf5QJL0', 1795619643927),
	('@bo14835cde:test.local/READYS7DLO', 'send/!SvZOkUUdOZqQpPkdll:test.local/m.room.message', 'txn23be61b7', '$MWN__KjVBWBG90gB0NH-IQ7A8TC0-Sn8tFkGQ4UzDK0', 1795619644063),
	('@anna13628ad8:test.local/3IK3P49AG2', 'PUT /sendToDevice/m.test', 't2403d7ad', '', 1795619644087);
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
ALTER TABLE ONLY public.cross_signing_keys
    ADD CONSTRAINT cross_signing_keys_pkey PRIMARY KEY (user_id, usage);
ALTER TABLE ONLY public.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (follower);
ALTER TABLE ONLY public.dehydrated_devices
    ADD CONSTRAINT dehydrated_devices_pkey PRIMARY KEY (user_id);
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
ALTER TABLE ONLY public.organisation_departments
    ADD CONSTRAINT organisation_departments_pkey PRIMARY KEY (department_id);
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
CREATE INDEX search_blocks_open ON public.search_blocks USING btree (room, "position") WHERE (is_sealed = 0);
CREATE INDEX search_blocks_place ON public.search_blocks USING btree (room, "position");
CREATE INDEX search_blocks_room ON public.search_blocks USING btree (room, last, "position");
CREATE INDEX search_edits_original ON public.search_edits USING btree (original);
CREATE INDEX transactions_at ON public.transactions USING btree (at_ms);
CREATE INDEX uia_sessions_started ON public.uia_sessions USING btree (started_ms);
