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
	('79be46d9ae9edaa1f99df39421e3387a59615a6b49b7829a5b798286812e335c', '@anna1394e44a:test.local', 'HMR8N3PK9Q', NULL, NULL),
	('2a24766985b706a2d3c494e21607255997be46d5e0f85b323c33574e656d05fb', '@bo14340488:test.local', 'UIGVFRFMGP', NULL, NULL),
	('2a9ae829fdc23411f51d8c53542df7081e8d9506540cef159cf90d771918757b', '@cho15249c6f:test.local', 'KXKJYJ5KAX', NULL, NULL),
	('a4109f9d8b2e0c8902f3c9c919260de540268b28c92f2ee45a15174700796ecd', '@cho15249c6f:test.local', 'CY1AV2KZDA', 1795622215137, NULL);
INSERT INTO public.accounts VALUES
	('@bo14340488:test.local', '$argon2id$v=19$m=8,t=1,p=1$RobZsjuhsGeNhk2ONX9gMA$G2nKJKYOk8iZUqHEOVqQq/EwXDsSXU6mltCiHALevWI', 0, 0, 0, 0, 1795618608478),
	('@cho15249c6f:test.local', '$argon2id$v=19$m=8,t=1,p=1$z9FCgolUuykhfWZQ4+RVRQ$LOiZwifIWZV+eXJXMPblRREiyeI0qQch4DYl+tzg0eg', 0, 0, 0, 0, 1795618608551),
	('@anna1394e44a:test.local', '$argon2id$v=19$m=8,t=1,p=1$fN40s1litR5Ar7AIhJ5BoA$a/wTOo4mX9o3jimojSQJZsSRBrNCcDZiU/s0aQBtVCg', 1, 0, 0, 0, 1795618608351),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795618620508);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna1394e44a:test.local', 20782),
	('@bo14340488:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna1394e44a:test.local'),
	(20782, '@bo14340488:test.local');
INSERT INTO public.alembic_version VALUES
	('0003');
INSERT INTO public.aliases VALUES
	('#tea16824d43:test.local', '!FqHANoaGPtLTUrMesU:test.local', '@anna1394e44a:test.local');
INSERT INTO public.announcements VALUES
	(1795618620495485, '@anna1394e44a:test.local', 1795618620495, 'We move soon', NULL, '["@cho15249c6f:test.local"]', NULL, '@cho15249c6f:test.local', 1, 1795618621227);
INSERT INTO public.audit VALUES
	(1, 1795618613157, 'command line', 'person.set_admin', '@anna1394e44a:test.local', 'false', 'true'),
	(2, 1795618619622, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795618620495, '@anna1394e44a:test.local', 'announcement.create', '1795618620495485', NULL, '{"body":"We move soon","people":["@cho15249c6f:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!JbQozNeazGRvDciPGu:test.local', '$oqFWsuOzI5k447EEN0Nl52m6jODR29OOpFSp27UDsgw', '@bo14340488:test.local', 'main', 86400000, 0, 1796223414687);
INSERT INTO public.burn_timers VALUES
	('!JbQozNeazGRvDciPGu:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14340488:test.local', 'master', 'NzBg4hpBbRAjBuDgFK2E2JfTDDFt4CXL2pnEXSff7CU', '\x7b22757365725f6964223a2240626f31343334303438383a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a4e7a4267346870426252416a42754467464b3245324a6654444446743443584c32706e4558536666374355223a224e7a4267346870426252416a42754467464b3245324a6654444446743443584c32706e4558536666374355227d7d'),
	('@bo14340488:test.local', 'self_signing', 'KAdhPxY+HvwOu1qrPmR+u6QoQDL8DX16Zn4WY9idzpQ', '\x7b22757365725f6964223a2240626f31343334303438383a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a4b4164685078592b4876774f75317172506d522b7536516f51444c38445831365a6e3457593969647a7051223a224b4164685078592b4876774f75317172506d522b7536516f51444c38445831365a6e3457593969647a7051227d2c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a4e7a4267346870426252416a42754467464b3245324a6654444446743443584c32706e4558536666374355223a22454f715a37415444582f7748737874454d32386c32686a5459456b31587756565555303757585a6e4d722b2f6e5476436e5668493459596a57645359304d6f464f586a4c5148674e704935416978317a546e39444251227d7d7d'),
	('@bo14340488:test.local', 'user_signing', '5ROILdm5m3Rsdr5B/TsIK4CHDhkm51E88j5med7olBY', '\x7b22757365725f6964223a2240626f31343334303438383a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a35524f494c646d356d335273647235422f5473494b34434844686b6d35314538386a356d6564376f6c4259223a2235524f494c646d356d335273647235422f5473494b34434844686b6d35314538386a356d6564376f6c4259227d2c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a4e7a4267346870426252416a42754467464b3245324a6654444446743443584c32706e4558536666374355223a2277585967454f3277524f6e547938736756776f2f324b64747261576c4357425254374152346f6870745079575a653139314d4d506954674d74543151707a557345724853463046713639787747543633323736744251227d7d7d');
INSERT INTO public.cursors VALUES
	('search', 67),
	('push', 71),
	('burn', 71),
	('activity', 67);
INSERT INTO public.device_keys VALUES
	('@bo14340488:test.local', 'UIGVFRFMGP', '\x7b22757365725f6964223a2240626f31343334303438383a746573742e6c6f63616c222c226465766963655f6964223a22554947564652464d4750222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a554947564652464d4750223a226f4a6d627a6b4d3864426657754c7355345951354e7262516a72554f4a726968693235376a754e44624b49222c22637572766532353531393a554947564652464d4750223a2245694b645154457652365774502f74707a4c5969375657485179595176676e486e444477677741766e5145227d2c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a554947564652464d4750223a226868466d6e616462684d586d524c306f754b2b6b33742f486e6d5957452b4d466c43542b546d6377612f315065336e787a352f42747a7273526c465874424d76646238337474366f5867452f684c56384f344c614241227d7d7d');
INSERT INTO public.devices VALUES
	('@anna1394e44a:test.local', 'HMR8N3PK9Q', NULL, 1795618614153, '127.0.0.1', 0),
	('@bo14340488:test.local', 'UIGVFRFMGP', NULL, 1795618614251, '127.0.0.1', 0),
	('@cho15249c6f:test.local', 'KXKJYJ5KAX', NULL, 1795618614580, '127.0.0.1', 0),
	('@cho15249c6f:test.local', 'CY1AV2KZDA', NULL, 1795618615137, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$IoYYi4ZBUVNFsqhtxJWeXNhbvQkPTxnkw2Bb2ph9Y6E', 3),
	('$qtNEEx332Y5o0LAmc4eIz1vUg7o7RPB4M-1IOsXYbJw', 4),
	('$hQWiBs3daLK83u8XHjv87RULeELpOHV4ff4mn428Q9s', 5),
	('$giZCV5HoVcrsYvqcAWaz9g9HW-I5BtbUylOQFblcfAY', 6),
	('$J3ttGS_xtiK4dYODymHynY1nHpjbkK-RoCKez1XMnPU', 7),
	('$nmt9neBH1EI8gb66nx9nx7TRZWxR-eovv9-xxkkMF0A', 8),
	('$ztlblJWe66lQbDHE46kub2CXH_nah_OxPuvaZDAnh3I', 9),
	('$Az63cNAIDGKkw6o4t6iAXBzQ11ndnreeAA6sJV5Knis', 10),
	('$ZxExC4TVQqJx5X9QVSubboCdXoRiRlayjdjKQa-MqSw', 11),
	('$hoAC2jBT9KpC8nQvgk7VxgclOuBNwJmyLwDC--jUnhc', 14),
	('$oec9A007E5_86F85oJCtXvbu6Sd-2UnMRbww6-CS8pg', 16),
	('$mCXtRqe-_ix6ypXyuWxANdhdN7CRLVe6jXJ0rfraqSk', 17),
	('$rHVVMMWoRF5iygo5ftomWf1AfJ7AP8AVf1bjFWSr6bc', 18),
	('$8LY3g0sg6SYqjwn-9lbxrBEXTZohpU34S2DcxTj0loA', 19),
	('$hoGHJITtETH17qKk-VO2EL_4JSPFZq_tanpocQCdBTk', 20),
	('$XvsrtPJ7xOBVxLE8KsQoxRAaLLLJFxK8IOLC8rS_2jw', 21),
	('$Kw1zl53iLrESfBeXWr7qGSlaohPYovMEPzUu39nwhAk', 22),
	('$E1mrtITeMwoA7dfHpp4K9p3ArBZhk9WcKvFV6-p0ugg', 23),
	('$5etaLlKRziNkjiuu7gDK6l9YrK3Bya9UU6rSEVe9c28', 24),
	('$YH8CDnqsR-OPgsM5-S1Tbu_GMgs587_fhOX6YEbdP-s', 25),
	('$QBy4g6wW6E0ZCLngaXsT4jNQEY8hsmKf51VirdutchE', 26),
	('$qKmyHET8YaPXtrAr_Y3CgLn3ipMk5iuUNDhiDd3y9gM', 27),
	('$kUxmPkrk62RglX5QWXo7bQTh4IxMUAF5JS0g3CO_kKY', 28),
	('$t0zKt_cBXxvtOmWopRVnT1J7dXnTXU2GWLmAhZf7aMk', 29),
	('$_M0DrWJUnpYJYP-QpBVRIGC-nS-NWiiWR8G8EB-nWuo', 30),
	('$ByafeppMZghu1Ijwa-kO93KFX0wM1sPOReG5zTMUxII', 31),
	('$6VFeM4cSU7ADuP0KLFlYoHOjVewSCjf7dNkCyd0B0pE', 33),
	('$rmK4mMhZqZLIhA2-eSXTjSfCRr9oTxzLNLxbwju4E-g', 34),
	('$G6coX_ZfEiGMoVnCn5wuPXrGizsmXWm2mvI9x26S8KM', 35),
	('$knos64bgPzM4-jy4pmQmWktX674Z2v-5_vczpNzmJWc', 36),
	('$xVT5bremeelR6Lc3hI-xhTDUbvZeHpJfmSLKiRpmjE4', 37),
	('$vUAa203YMOFaVn1u7fsNFl-BBmvbVuCDB-6zSvvZGFE', 38),
	('$R0exhXJzL615tVgcMEIdek5A-_rhn9VpC11Oj4JYPw4', 39),
	('$Kxjk6CReFBWAgguUfIpkzE2DhhfPji1ENzv3CMZncJc', 41),
	('$DmeLhXCxnA6RL3tDFZeW_Q4ioJNJ-ne_-7njErFR4mI', 43),
	('$kfAt2O84DBo8wXpEsSlE2ylj8IahEwm3JxkuGILDvoA', 44),
	('$JQ4HjALkF9OH1p5edhjIEc3WDipXCHAg_PrUt7yOhU0', 46),
	('$oqFWsuOzI5k447EEN0Nl52m6jODR29OOpFSp27UDsgw', 47),
	('$XChO_NnhG_KZI5yn7TrR6rhuJM4R9jadrCZDIV6wYXU', 55),
	('$_x3kZypTrWlChrc9jOmTzdh2JCL_Rh-Um0podZQLqv0', 58),
	('$UO1PKEIzqv5nfuh_JXHs1whMpXjRAZ3gvSz57yGPdkw', 59),
	('$gGniEsh0i94e5D8GT2lC9_Lo03N-14ex200HEkuB37c', 60),
	('$XBwoN28QWBaFdK7dFLxvc6MLfSwlfzRaVo9Ft-Z1bFY', 61),
	('$uvcems1SmoLJKzXwu0oRv9SjF_uLi2N1e6JgjpOUbis', 62),
	('$ttpcVenxS4TDNQkLrhwh7MZRjoiQtBLEYtM7xSoJ3fU', 63),
	('$GlrReS2Fi6Br5drNB5Ex4fUDdNkILcgKHYJs8J2pN1I', 64),
	('$DwZIONCQS3n-K8jp_2j53tSlMUavx-KEEMf2cKVgpHA', 65),
	('$h70kcI5ycAzkF_UIQ3lbIIA9gap68fMfEXGRq9fQtOg', 69),
	('$v8V6WlfZm8fx9IKxNJ2yFOEirkM6WpT_tuncMVxbAWk', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14340488:test.local', 'UIGVFRFMGP', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a2244335058612b5a37696e592f7a736c795044636c6b444664335a52685749794c4e52313755526850493455222c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a554947564652464d4750223a2247414379457965524554306541373346714953426b3337315556626d41674e4d5433745844447149667669534a784f463136426e6e363533724b4a4d2f734a73467058486566374d776a7863394a586d3578456a4351227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna1394e44a:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14340488:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14340488:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14340488:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
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
	(2, 1, 'account', 'account/@anna1394e44a:test.local', 0, '\x7b7d', NULL),
	(3, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c226f726967696e5f7365727665725f7473223a313739353631383631343137332c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a222f6763363150316f2b586d667168513375466e334c7a467043764d3269732f6c505252455456717953694d227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77222c226f726967696e5f7365727665725f7473223a313739353631383631343137332c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645225d2c226465707468223a322c22686173686573223a7b22736861323536223a22665674516469593569305662725a79577732674d6f30706a55424761697933627766525556482f52304b77227d2c22707265765f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645225d7d7d'),
	(5, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333934653434613a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c226f726967696e5f7365727665725f7473223a313739353631383631343137332c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a332c22686173686573223a7b22736861323536223a2264334a6b39564b64674c38716f4f6d4b69506738456c376a623961666c4f785366577735733557332b7a77227d2c22707265765f6576656e7473223a5b222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d7d7d'),
	(6, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131363832346434333a746573742e6c6f63616c227d2c226576656e745f6964223a222467695a435635486f56637273597671634157617a39673948572d493542746255796c4f5146626c63664159222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a342c22686173686573223a7b22736861323536223a2230685255524752635a64645975346d6f5a44345671745a315763496537484753325a6645744974506d596b227d2c22707265765f6576656e7473223a5b22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973225d7d7d'),
	(7, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a352c22686173686573223a7b22736861323536223a22396c434643523773454d763577357162744d53664648687248745367483252754b37643733467372724459227d2c22707265765f6576656e7473223a5b222467695a435635486f56637273597671634157617a39673948572d493542746255796c4f5146626c63664159225d7d7d'),
	(8, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a22246e6d74396e65424831454938676236366e78396e783754525a5778522d656f7676392d78786b6b4d463041222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a362c22686173686573223a7b22736861323536223a2272484164662f74734d4f4a647947546135524d5859633033667a4e38544e744a377a686349514347756755227d2c22707265765f6576656e7473223a5b22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055225d7d7d'),
	(9, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a22247a746c626c4a576536366c516244484534366b7562324358485f6e61685f4f78507576615a44416e683349222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a372c22686173686573223a7b22736861323536223a2257574e6d772f734867464d6c5239385458635a44675a7836775a3545694750654f764847437034722f6f30227d2c22707265765f6576656e7473223a5b22246e6d74396e65424831454938676236366e78396e783754525a5778522d656f7676392d78786b6b4d463041225d7d7d'),
	(10, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a2224417a3633634e414944474b6b77366f347436694158427a5131316e646e726565414136734a56354b6e6973222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a382c22686173686573223a7b22736861323536223a227367453455456c6d474e716152694b7a6f2b4e43664b43523557423977466f753661692b62704269714338227d2c22707265765f6576656e7473223a5b22247a746c626c4a576536366c516244484534366b7562324358485f6e61685f4f78507576615a44416e683349225d7d7d'),
	(11, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22245a7845784334545651714a783558395156537562626f4364586f5269526c61796a646a4b51612d4d715377222c226f726967696e5f7365727665725f7473223a313739353631383631343231312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77222c22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055225d2c226465707468223a392c22686173686573223a7b22736861323536223a2264694477383436526b48596c6f4f45332f55396d5a686557314433775259623041734f6b517451345a2f38227d2c22707265765f6576656e7473223a5b2224417a3633634e414944474b6b77366f347436694158427a5131316e646e726565414136734a56354b6e6973225d7d7d'),
	(14, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863222c226f726967696e5f7365727665725f7473223a313739353631383631343235312c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c22245a7845784334545651714a783558395156537562626f4364586f5269526c61796a646a4b51612d4d715377222c22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055225d2c226465707468223a31302c22686173686573223a7b22736861323536223a22357378393168544c65384850435274313557575169382f4b504a4b667a51512f79524d662f546e30745649227d2c22707265765f6576656e7473223a5b22245a7845784334545651714a783558395156537562626f4364586f5269526c61796a646a4b51612d4d715377225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c227265706c616365735f7374617465223a22245a7845784334545651714a783558395156537562626f4364586f5269526c61796a646a4b51612d4d715377227d7d'),
	(15, 4, 'membership', 'membership/!FqHANoaGPtLTUrMesU:test.local', 0, '\x7b22726f6f6d5f6964223a2221467148414e6f614750744c5455724d6573553a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246f6563394130303745355f38364638356f4a4374587662753653642d32556e4d52627777362d4353387067222c226f726967696e5f7365727665725f7473223a313739353631383631343235392c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2261622b7362473835666447736e796869795656666b717247394748697975684c5a4656322b44416d576467227d2c22707265765f6576656e7473223a5b2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2030227d'),
	(56, 2, 'membership', 'membership/!FqHANoaGPtLTUrMesU:test.local', 0, '\x7b22726f6f6d5f6964223a2221467148414e6f614750744c5455724d6573553a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22245842776f4e32385157426146644b3764464c787663364d4c6653776c667a5261566f3946742d5a31624659222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a342c22686173686573223a7b22736861323536223a226f743877476a52736174456e51564c3761483875302b41563152316b6c56466c2b4673776554353667706f227d2c22707265765f6576656e7473223a5b222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246d4358745271652d5f69783679705879755778414e6468644e3743524c5665366a584a307266726171536b222c226f726967696e5f7365727665725f7473223a313739353631383631343237332c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31322c22686173686573223a7b22736861323536223a2265746e386b73674647704c6847563458574470426671594565744e49326a474f32412b78386b4d67764141227d2c22707265765f6576656e7473223a5b22246f6563394130303745355f38364638356f4a4374587662753653642d32556e4d52627777362d4353387067225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2031227d'),
	(18, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224724856564d4d576f5246356979676f3566746f6d57663141664a3741503841566631626a46575372366263222c226f726967696e5f7365727665725f7473223a313739353631383631343238372c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31332c22686173686573223a7b22736861323536223a22664a6f71505a55486c4e7362774f536f6a57376c32396554794f477232336d665932676469517a687a4573227d2c22707265765f6576656e7473223a5b22246d4358745271652d5f69783679705879755778414e6468644e3743524c5665366a584a307266726171536b225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2032227d'),
	(19, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224384c593367307367365359716a776e2d396c627872424558545a6f68705533345332446378546a306c6f41222c226f726967696e5f7365727665725f7473223a313739353631383631343239372c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31342c22686173686573223a7b22736861323536223a22307859656e6c3054583641436137456151426b374c6431785346736657536f384175326844712b6f524c55227d2c22707265765f6576656e7473223a5b2224724856564d4d576f5246356979676f3566746f6d57663141664a3741503841566631626a46575372366263225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2033227d'),
	(20, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224686f47484a4954744554483137714b6b2d564f32454c5f344a5350465a715f74616e706f6351436442546b222c226f726967696e5f7365727665725f7473223a313739353631383631343331382c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31352c22686173686573223a7b22736861323536223a227466514d646b5630514e4d37792b4b49793133635564536c57532b32526e4950594e43704233367a655655227d2c22707265765f6576656e7473223a5b2224384c593367307367365359716a776e2d396c627872424558545a6f68705533345332446378546a306c6f41225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2034227d'),
	(21, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245876737274504a37784f4256784c45384b73516f785241614c4c4c4a46784b38494f4c433872535f326a77222c226f726967696e5f7365727665725f7473223a313739353631383631343333312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31362c22686173686573223a7b22736861323536223a2247555948706c6678374541414338745a376678697046676d717730374f7557736c7666716e783231753563227d2c22707265765f6576656e7473223a5b2224686f47484a4954744554483137714b6b2d564f32454c5f344a5350465a715f74616e706f6351436442546b225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2035227d'),
	(22, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244b77317a6c3533694c724553664265585772377147536c616f6850596f764d45507a557533396e7768416b222c226f726967696e5f7365727665725f7473223a313739353631383631343334312c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31372c22686173686573223a7b22736861323536223a226b37396e32654f4c432b6d6d4c7675716956564e595a64614d706f596c4f62542b79454d76684f37512f77227d2c22707265765f6576656e7473223a5b22245876737274504a37784f4256784c45384b73516f785241614c4c4c4a46784b38494f4c433872535f326a77225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2036227d'),
	(23, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222445316d72744954654d776f41376466487070344b3970334172425a686b3957634b764656362d7030756767222c226f726967696e5f7365727665725f7473223a313739353631383631343335392c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31382c22686173686573223a7b22736861323536223a2278664d70746444555259766b72487633737956745442347866696a56343456506677616e65447237645645227d2c22707265765f6576656e7473223a5b22244b77317a6c3533694c724553664265585772377147536c616f6850596f764d45507a557533396e7768416b225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2037227d'),
	(24, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224356574614c6c4b527a694e6b6a6975753767444b366c3959724b3342796139555536725345566539633238222c226f726967696e5f7365727665725f7473223a313739353631383631343337342c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a31392c22686173686573223a7b22736861323536223a22446c3745446b65667a6f55474e574e4d484d7a447766585439426b337833527a5764486e385a424d557041227d2c22707265765f6576656e7473223a5b222445316d72744954654d776f41376466487070344b3970334172425a686b3957634b764656362d7030756767225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2038227d'),
	(25, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222459483843446e7173522d4f5067734d352d53315462755f474d67733538375f66684f583659456264502d73222c226f726967696e5f7365727665725f7473223a313739353631383631343430392c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a32302c22686173686573223a7b22736861323536223a224547475a566b424b59314631657a6d2f57427a596c4a52425744766859586c5978554c4264346f636f6f41227d2c22707265765f6576656e7473223a5b2224356574614c6c4b527a694e6b6a6975753767444b366c3959724b3342796139555536725345566539633238225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e2039227d'),
	(26, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222451427934673677573645305a434c6e6761587354346a4e5145593868736d4b663531566972647574636845222c226f726967696e5f7365727665725f7473223a313739353631383631343432392c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a32312c22686173686573223a7b22736861323536223a227a4e4c5a63332f4b354670487443536154594c37672f595173784f43345666754161325447425937676251227d2c22707265765f6576656e7473223a5b222459483843446e7173522d4f5067734d352d53315462755f474d67733538375f66684f583659456264502d73225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e203130227d'),
	(27, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224714b6d794845543859615058747241725f593343674c6e3369704d6b356975554e4468694464337939674d222c226f726967696e5f7365727665725f7473223a313739353631383631343434342c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77225d2c226465707468223a32322c22686173686573223a7b22736861323536223a227636615046534c4b4b366d7731645355435966354477355563547a425a6f4e7a58744a48704d7a68463067227d2c22707265765f6576656e7473223a5b222451427934673677573645305a434c6e6761587354346a4e5145593868736d4b663531566972647574636845225d7d2c22646576696365223a2240616e6e6131333934653434613a746573742e6c6f63616c2f484d52384e33504b3951222c2274786e223a2274786e203131227d'),
	(29, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59227d2c226576656e745f6964223a222474307a4b745f6342587876744f6d576f7052566e54314a3764586e5458553247574c6d41685a6637614d6b222c226f726967696e5f7365727665725f7473223a313739353631383631343437362c2272656461637473223a22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59222c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d2c226465707468223a32342c22686173686573223a7b22736861323536223a226f464c4a6a7668466759666d59484861324d755943372f4479775478686566703977496f4e2b43776f5155227d2c22707265765f6576656e7473223a5b22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3138616162306535227d'),
	(28, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59222c226f726967696e5f7365727665725f7473223a313739353631383631343436322c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b2224714b6d794845543859615058747241725f593343674c6e3369704d6b356975554e4468694464337939674d225d2c22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d2c22686173686573223a7b22736861323536223a2244312b75346c6a37744f64546c2f4b725a4a594e3858666863676d6644386f532f2f63334d34624d77444d227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59227d2c226576656e745f6964223a222474307a4b745f6342587876744f6d576f7052566e54314a3764586e5458553247574c6d41685a6637614d6b222c226f726967696e5f7365727665725f7473223a313739353631383631343437362c2272656461637473223a22246b55786d506b726b363252676c58355157586f37625154683449784d554146354a53306733434f5f6b4b59222c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a2221467148414e6f614750744c5455724d6573553a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3137383134346130222c227265646163746564223a747275657d'),
	(30, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a22246f6563394130303745355f38364638356f4a4374587662753653642d32556e4d52627777362d4353387067222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a22245f4d304472574a556e70594a59502d51704256524947432d6e532d4e576969575238473845422d6e57756f222c226f726967696e5f7365727665725f7473223a313739353631383631343439392c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d2c226465707468223a32352c22686173686573223a7b22736861323536223a22373135426e506b4245496d54386a6c6e3732694756343755516b715637336c7876454e483671646a714673227d2c22707265765f6576656e7473223a5b222474307a4b745f6342587876744f6d576f7052566e54314a3764586e5458553247574c6d41685a6637614d6b225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3139306661643530227d'),
	(31, 3, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a22246f6563394130303745355f38364638356f4a4374587662753653642d32556e4d52627777362d4353387067222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224427961666570704d5a67687531496a77612d6b4f39334b465830774d3173504f526547357a544d55784949222c226f726967696e5f7365727665725f7473223a313739353631383631343531312c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d2c226465707468223a32362c22686173686573223a7b22736861323536223a225461674b4e57396a4a2f2f4673734a5a3147612f726e7370384d55797079657452587153796a32644c5441227d2c22707265765f6576656e7473223a5b22245f4d304472574a556e70594a59502d51704256524947432d6e532d4e576969575238473845422d6e57756f225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3230373939386437222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14340488:test.local/', 0, '\x5b226d2e72656164222c2240626f31343334303438383a746573742e6c6f63616c222c22245876737274504a37784f4256784c45384b73516f785241614c4c4c4a46784b38494f4c433872535f326a77222c313739353631383631343533342c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a226f44306f785675307143624d65727a75454a352f796e6d49504a2b47745379354a6f3848735350356c5749227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045225d2c226465707468223a322c22686173686573223a7b22736861323536223a22654551576f54587a38365a7a4d69335a7330626f436368387a47496472533457746f7262627a7a2f6d5734227d2c22707265765f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31343334303438383a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a332c22686173686573223a7b22736861323536223a224d55384453477365427661717768375466547546727a62434f4177537a384e6a6643705755786953624e59227d2c22707265765f6576656e7473223a5b2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a22246b6e6f7336346267507a4d342d6a7934706d516d576b74583637345a32762d355f76637a704e7a6d4a5763222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a342c22686173686573223a7b22736861323536223a22786d79586e6466746d5532574b314d52786c63756c776c413159635a33647646526e6843504c3453513845227d2c22707265765f6576656e7473223a5b22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224785654356272656d65656c52364c633368492d786854445562765a6548704a666d534c4b6952706d6a4534222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a352c22686173686573223a7b22736861323536223a224d6e414448646c5870557a785665677144635861534e4735576369596a3168376a7869787832726c50464d227d2c22707265765f6576656e7473223a5b22246b6e6f7336346267507a4d342d6a7934706d516d576b74583637345a32762d355f76637a704e7a6d4a5763225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a222476554161323033594d4f4661566e31753766734e466c2d42426d766256754344422d367a5376765a474645222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a362c22686173686573223a7b22736861323536223a22556f5a764f354476515552426e6a61713749776b4e54453868746f4672632f7753314d6e6d6c6d2f415267227d2c22707265765f6576656e7473223a5b2224785654356272656d65656c52364c633368492d786854445562765a6548704a666d534c4b6952706d6a4534225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a22245230657868584a7a4c363135745667634d454964656b35412d5f72686e3956704331314f6a344a59507734222c226f726967696e5f7365727665725f7473223a313739353631383631343534362c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a372c22686173686573223a7b22736861323536223a22356c786d46624176556b6142454f746b6e5763416773614336512f396a6e6e3253755a7a50646b6d333151227d2c22707265765f6576656e7473223a5b222476554161323033594d4f4661566e31753766734e466c2d42426d766256754344422d367a5376765a474645225d7d7d'),
	(40, 4, 'membership', 'membership/!JbQozNeazGRvDciPGu:test.local', 0, '\x7b22726f6f6d5f6964223a22214a62516f7a4e65617a4752764463695047753a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244b786a6b3643526546425741676775556649706b7a453244686866506a6931454e7a7633434d5a6e634a63222c226f726967696e5f7365727665725f7473223a313739353631383631343538352c2273656e646572223a224063686f31353234396336663a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353234396336663a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c22246b6e6f7336346267507a4d342d6a7934706d516d576b74583637345a32762d355f76637a704e7a6d4a5763225d2c226465707468223a382c22686173686573223a7b22736861323536223a22794d2b332f74676652686139366a3139527965676c696a37526572724335426254664a7830385463362b6b227d2c22707265765f6576656e7473223a5b22245230657868584a7a4c363135745667634d454964656b35412d5f72686e3956704331314f6a344a59507734225d7d7d'),
	(42, 7, 'membership', 'membership/!JbQozNeazGRvDciPGu:test.local', 0, '\x7b22726f6f6d5f6964223a22214a62516f7a4e65617a4752764463695047753a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224446d654c685843786e4136524c337444465a65575f5134696f4a4e4a2d6e655f2d376e6a45724652346d49222c226f726967696e5f7365727665725f7473223a313739353631383631343539392c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a392c22686173686573223a7b22736861323536223a22363762594d453738464e664446505530566b466871504a6b7179494a786f71474c376c514d6b61686e4a45227d2c22707265765f6576656e7473223a5b22244b786a6b3643526546425741676775556649706b7a453244686866506a6931454e7a7633434d5a6e634a63225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3231656437316265227d'),
	(44, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22246b664174324f383444426f387758704573536c4532796c6a3849616845776d334a786b7547494c44766f41222c226f726967696e5f7365727665725f7473223a313739353631383631343631392c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353234396336663a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77222c22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055225d2c226465707468223a32372c22686173686573223a7b22736861323536223a224d76772f4b78636c484c31725955752b684e573241365531574430374f305233527166675078514e4a6638227d2c22707265765f6576656e7473223a5b2224427961666570704d5a67687531496a77612d6b4f39334b465830774d3173504f526547357a544d55784949225d7d7d'),
	(45, 7, 'membership', 'membership/!FqHANoaGPtLTUrMesU:test.local', 0, '\x7b22726f6f6d5f6964223a2221467148414e6f614750744c5455724d6573553a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a22244a5134486a414c6b46394f483170356564686a494563335744697058434841675f5072557437794f685530222c226f726967696e5f7365727665725f7473223a313739353631383631343633332c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a31302c22686173686573223a7b22736861323536223a22614a6a6534475a486b6938624832714f6a674d7336516c45356175464874697754513959314f6e794a4855227d2c22707265765f6576656e7473223a5b2224446d654c685843786e4136524c337444465a65575f5134696f4a4e4a2d6e655f2d376e6a45724652346d49225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246f71465773754f7a49356b34343745454e304e6c35326d366a4f445232394f4f7046537032375544736777222c226f726967696e5f7365727665725f7473223a313739353631383631343636312c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224365646654d346353553741447550304b4c466c596f484f6a56657753436a6637644e6b4379643042307045222c22244736636f585f5a664569474d6f566e436e35777550587247697a736d58576d326d76493978323653384b4d222c2224726d4b346d4d685a715a4c496841322d655358546a5366435272396f54787a4c4e4c7862776a7534452d67225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2277447a63316a4337677a763834414a42696a677a314d464e2b722f70466c5074367a764676564639574b63227d2c22707265765f6576656e7473223a5b22244a5134486a414c6b46394f483170356564686a494563335744697058434841675f5072557437794f685530225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3232353031316337227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14340488:test.local/UIGVFRFMGP', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14340488:test.local', 0, '\x7b7d', NULL),
	(51, 2, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 2, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333934653434613a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333934653434613a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna1394e44a:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna1394e44a:test.local', 0, '\x7b7d', NULL),
	(55, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22245843684f5f4e6e68475f4b5a4935796e37547252367268754a4d3452396a616472435a4449563677595855222c226f726967696e5f7365727665725f7473223a313739353631383632303439382c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77222c22244a33747447535f7874694b3464594f44796d48796e59316e48706a626b4b2d526f434b657a31584d6e5055225d2c226465707468223a32382c22686173686573223a7b22736861323536223a225a4f626e535150574e63694d534c3076666370305950494a646a347a586670697462307830306f746d4b73227d2c22707265765f6576656e7473223a5b22246b664174324f383444426f387758704573536c4532796c6a3849616845776d334a786b7547494c44766f41225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c227265706c616365735f7374617465223a222471744e45457833333259356f304c416d633465497a31765567376f37525042344d2d31494f735859624a77227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2232456f6f6c3261335a6d68546841767a7072397142474b49693067594530516d51443573796f5071494463227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630225d2c226465707468223a322c22686173686573223a7b22736861323536223a2248444a366f6152775a4e2f656d57745a4f4753375837476e714548586c7a6f5a6b62396139564f56383473227d2c22707265765f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630225d7d7d'),
	(60, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a332c22686173686573223a7b22736861323536223a226a61494f5035434d7a6331743077414d4b747939626f742f61374b37516e49315247547256693441494b4d227d2c22707265765f6576656e7473223a5b2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d7d7d'),
	(62, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224757663656d7331536d6f4c4a4b7a587775306f527639536a465f754c69324e3165364a676a704f55626973222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a352c22686173686573223a7b22736861323536223a22346e6f727457636e452f6b41617742493343454c64734e5165304d536b666f4935666f55613578714b7177227d2c22707265765f6576656e7473223a5b22245842776f4e32385157426146644b3764464c787663364d4c6653776c667a5261566f3946742d5a31624659225d7d7d'),
	(63, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22247474706356656e78533454444e516b4c72687768374d5a526a6f695174424c4559744d3778536f4a336655222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a362c22686173686573223a7b22736861323536223a224b683239516176794f62434331314c5055684f354e6f76696f357479583871322b6e363656356669796f34227d2c22707265765f6576656e7473223a5b2224757663656d7331536d6f4c4a4b7a587775306f527639536a465f754c69324e3165364a676a704f55626973225d7d7d'),
	(64, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a2224476c725265533246693642723564724e4235457834665544644e6b494c63674b48594a73384a32704e3149222c226f726967696e5f7365727665725f7473223a313739353631383632313139342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a372c22686173686573223a7b22736861323536223a2230586578714364393766356164566f587647555547485448756d2b4f534e484e4570515838797375386c41227d2c22707265765f6576656e7473223a5b22247474706356656e78533454444e516b4c72687768374d5a526a6f695174424c4559744d3778536f4a336655225d7d7d'),
	(65, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222444775a494f4e435153336e2d4b386a705f326a353374536c4d556176782d4b45454d6632634b5667704841222c226f726967696e5f7365727665725f7473223a313739353631383632313139352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353234396336663a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77222c22245842776f4e32385157426146644b3764464c787663364d4c6653776c667a5261566f3946742d5a31624659225d2c226465707468223a382c22686173686573223a7b22736861323536223a2262476e4670454b7352655046646d484353393437436b697177416c336d4c5a4a717a57594c6e444b7a7563227d2c22707265765f6576656e7473223a5b2224476c725265533246693642723564724e4235457834665544644e6b494c63674b48594a73384a32704e3149225d7d7d'),
	(66, 10, 'membership', 'membership/!OfCHamafsheDBLufVN:test.local', 0, '\x7b22726f6f6d5f6964223a22214f664348616d616673686544424c7566564e3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!OfCHamafsheDBLufVN:test.local', 0, '\x7b22726f6f6d5f6964223a22214f664348616d616673686544424c7566564e3a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!OfCHamafsheDBLufVN:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246837306b6349357963417a6b465f554951336c62494941396761703638664d664558475271396651744f67222c226f726967696e5f7365727665725f7473223a313739353631383632313232342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245f78336b5a79705472576c43687263396a4f6d547a6468324a434c5f52682d556d30706f645a514c717630222c222467476e6945736830693934653544384754326c43395f4c6f30334e2d3134657832303048456b7542333763222c2224554f31504b45497a7176356e6675685f4a5848733177684d70586a52415a336776537a3537794750646b77225d2c226465707468223a392c22686173686573223a7b22736861323536223a226e3950357754463531674a4471577a4f4f4237724d4a727665495547616151366d6276414861344e553151227d2c22707265765f6576656e7473223a5b222444775a494f4e435153336e2d4b386a705f326a353374536c4d556176782d4b45454d6632634b5667704841225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31353234396336663a746573742e6c6f63616c227d'),
	(70, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222476385636576c665a6d38667839494b784e4a3279464f4569726b4d365770545f74756e634d56786241576b222c226f726967696e5f7365727665725f7473223a313739353631383632313339392c2273656e646572223a2240626f31343334303438383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224496f595969345a4255564e4673716874784a5765584e686276516b5054786e6b7732426232706839593645222c22246851576942733364614c4b3833753858486a76383752554c65454c704f4856346666346d6e343238513973222c2224686f4143326a4254394b7043386e5176676b37567867636c4f75424e774a6d794c7744432d2d6a556e6863225d2c226465707468223a32392c22686173686573223a7b22736861323536223a2232734747677a34726e32535842467a6b7a694f77737762682f583048384e6e4b486866394a65307139496b227d2c22707265765f6576656e7473223a5b22245843684f5f4e6e68475f4b5a4935796e37547252367268754a4d3452396a616472435a4449563677595855225d7d2c22646576696365223a2240626f31343334303438383a746573742e6c6f63616c2f554947564652464d4750222c2274786e223a2274786e3233386633656435227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!FqHANoaGPtLTUrMesU:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('92RMKf8ICZ2pEIOWRy7WPWO1', '@anna1394e44a:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795618620275, 1795705020275, 0);
INSERT INTO public.memberships VALUES
	('@bo14340488:test.local', '!FqHANoaGPtLTUrMesU:test.local', 'join', 14, 0),
	('@bo14340488:test.local', '!JbQozNeazGRvDciPGu:test.local', 'join', 34, 0),
	('@cho15249c6f:test.local', '!JbQozNeazGRvDciPGu:test.local', 'join', 41, 0),
	('@cho15249c6f:test.local', '!FqHANoaGPtLTUrMesU:test.local', 'invite', 44, 0),
	('@anna1394e44a:test.local', '!FqHANoaGPtLTUrMesU:test.local', 'join', 55, 0),
	('@_notices:test.local', '!OfCHamafsheDBLufVN:test.local', 'join', 59, 0),
	('@cho15249c6f:test.local', '!OfCHamafsheDBLufVN:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15249c6f:test.local', '!OfCHamafsheDBLufVN:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14340488:test.local', 'UIGVFRFMGP', 'signed_curve25519', 'A', '\x7b226b6579223a22384632336f676149744c676730426e735035793330746b2f4563322f67712f33687075496845516a396251222c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a554947564652464d4750223a226265726175647447474d5266534275564c583342384341795369586444586f42454b2f77377a584474567569453448704472685a494c635348506e31314b5468423459506c386f3150797771736f4845384179724267227d7d7d'),
	(2, '@bo14340488:test.local', 'UIGVFRFMGP', 'signed_curve25519', 'B', '\x7b226b6579223a22354a437171786f2b57626453676850466c665a4d4a35566e4f42614a376378797067437a4c43556870556b222c227369676e617475726573223a7b2240626f31343334303438383a746573742e6c6f63616c223a7b22656432353531393a554947564652464d4750223a227a36686a32534e53723377457566666c506a696a6731676170454e38662b7a51524b41626b4c6643655a5068644c44634f6d784d69576d514e4e714b61745547356e6b63456d4845316b492b585547496c46666e4467227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14340488:test.local', '
bo14340488
', '
bo14340488:test.local
'),
	('@cho15249c6f:test.local', '
cho15249c6f
', '
cho15249c6f:test.local
'),
	('@anna1394e44a:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna1394e44a
', '
anna1394e44a:test.local
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
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna1394e44a:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!JbQozNeazGRvDciPGu:test.local', 1795618614546);
INSERT INTO public.push_pending VALUES
	('@anna1394e44a:test.local', 'test', 'key', 0, '', 1795618620508),
	('@anna1394e44a:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795618621411);
INSERT INTO public.push_rules VALUES
	('@anna1394e44a:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna1394e44a:test.local', 'HMR8N3PK9Q', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795618620262, 52);
INSERT INTO public.refresh_tokens VALUES
	('cf9014724ab1399346dd4c0dc10f670720467f92edf62f7ae817c6e21ca8b3fc', '@cho15249c6f:test.local', 'CY1AV2KZDA', 'a4109f9d8b2e0c8902f3c9c919260de540268b28c92f2ee45a15174700796ecd', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795618619622);
INSERT INTO public.relations VALUES
	('$oec9A007E5_86F85oJCtXvbu6Sd-2UnMRbww6-CS8pg', 30, '!FqHANoaGPtLTUrMesU:test.local', '$_M0DrWJUnpYJYP-QpBVRIGC-nS-NWiiWR8G8EB-nWuo', 'm.annotation', 'm.reaction', '@bo14340488:test.local', '👍', 16),
	('$oec9A007E5_86F85oJCtXvbu6Sd-2UnMRbww6-CS8pg', 31, '!FqHANoaGPtLTUrMesU:test.local', '$ByafeppMZghu1Ijwa-kO93KFX0wM1sPOReG5zTMUxII', 'm.thread', 'm.room.message', '@bo14340488:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795618620473688, 1795618620473, '@anna1394e44a:test.local', 'event', '$mCXtRqe-_ix6ypXyuWxANdhdN7CRLVe6jXJ0rfraqSk', '!FqHANoaGPtLTUrMesU:test.local', '$mCXtRqe-_ix6ypXyuWxANdhdN7CRLVe6jXJ0rfraqSk', '@anna1394e44a:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246d4358745271652d5f69783679705879755778414e6468644e3743524c5665366a584a307266726171536b222c226f726967696e5f7365727665725f7473223a313739353631383631343237332c2273656e646572223a2240616e6e6131333934653434613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.create', '', 3),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.member', '@anna1394e44a:test.local', 4),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.power_levels', '', 5),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.canonical_alias', '', 6),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.join_rules', '', 7),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.history_visibility', '', 8),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.guest_access', '', 9),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.name', '', 10),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.member', '@bo14340488:test.local', 11),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.member', '@bo14340488:test.local', 14),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.create', '', 33),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.member', '@bo14340488:test.local', 34),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.power_levels', '', 35),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.join_rules', '', 36),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.history_visibility', '', 37),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.guest_access', '', 38),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.topic', '', 39),
	('!JbQozNeazGRvDciPGu:test.local', 'm.room.member', '@cho15249c6f:test.local', 41),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.member', '@cho15249c6f:test.local', 44),
	('!JbQozNeazGRvDciPGu:test.local', 'im.laiwang.burn', '', 46),
	('!FqHANoaGPtLTUrMesU:test.local', 'm.room.member', '@anna1394e44a:test.local', 55),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.create', '', 58),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.power_levels', '', 60),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.join_rules', '', 61),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.history_visibility', '', 62),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.guest_access', '', 63),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.name', '', 64),
	('!OfCHamafsheDBLufVN:test.local', 'm.room.member', '@cho15249c6f:test.local', 65);
INSERT INTO public.rooms VALUES
	('!JbQozNeazGRvDciPGu:test.local', '11', 11, '$oqFWsuOzI5k447EEN0Nl52m6jODR29OOpFSp27UDsgw', 47),
	('!OfCHamafsheDBLufVN:test.local', '11', 9, '$h70kcI5ycAzkF_UIQ3lbIIA9gap68fMfEXGRq9fQtOg', 69),
	('!FqHANoaGPtLTUrMesU:test.local', '11', 29, '$v8V6WlfZm8fx9IKxNJ2yFOEirkM6WpT_tuncMVxbAWk', 70);
INSERT INTO public.schema_fingerprint VALUES
	('3a3551b170228d27607be6ca689e605173c33968d8f865c8005fd5acb4eaf3c4');
INSERT INTO public.search_blocks VALUES
	(10, 3, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x'),
	(64, 9, 64, 1, 8, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77'),
	(64, '\x92910080', '\x016c616977616e67');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'user:@anna1394e44a:test.local'),
	(3, 'room:!FqHANoaGPtLTUrMesU:test.local'),
	(4, 'user:@bo14340488:test.local'),
	(5, 'receipts:!FqHANoaGPtLTUrMesU:test.local'),
	(6, 'room:!JbQozNeazGRvDciPGu:test.local'),
	(7, 'user:@cho15249c6f:test.local'),
	(8, 'device_lists'),
	(9, 'room:!OfCHamafsheDBLufVN:test.local'),
	(10, 'user:@_notices:test.local'),
	(11, 'device:@bo14340488:test.local/UIGVFRFMGP');
INSERT INTO public.transactions VALUES
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 0', '$oec9A007E5_86F85oJCtXvbu6Sd-2UnMRbww6-CS8pg', 1795618614259),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 1', '$mCXtRqe-_ix6ypXyuWxANdhdN7CRLVe6jXJ0rfraqSk', 1795618614273),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 2', '$rHVVMMWoRF5iygo5ftomWf1AfJ7AP8AVf1bjFWSr6bc', 1795618614287),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 3', '$8LY3g0sg6SYqjwn-9lbxrBEXTZohpU34S2DcxTj0loA', 1795618614297),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 4', '$hoGHJITtETH17qKk-VO2EL_4JSPFZq_tanpocQCdBTk', 1795618614318),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 5', '$XvsrtPJ7xOBVxLE8KsQoxRAaLLLJFxK8IOLC8rS_2jw', 1795618614331),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 6', '$Kw1zl53iLrESfBeXWr7qGSlaohPYovMEPzUu39nwhAk', 1795618614341),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 7', '$E1mrtITeMwoA7dfHpp4K9p3ArBZhk9WcKvFV6-p0ugg', 1795618614359),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 8', '$5etaLlKRziNkjiuu7gDK6l9YrK3Bya9UU6rSEVe9c28', 1795618614374),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 9', '$YH8CDnqsR-OPgsM5-S1Tbu_GMgs587_fhOX6YEbdP-s', 1795618614409),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 10', '$QBy4g6wW6E0ZCLngaXsT4jNQEY8hsmKf51VirdutchE', 1795618614429),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn 11', '$qKmyHET8YaPXtrAr_Y3CgLn3ipMk5iuUNDhiDd3y9gM', 1795618614444),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn178144a0', '$kUxmPkrk62RglX5QWXo7bQTh4IxMUAF5JS0g3CO_kKY', 1795618614462),
	('@bo14340488:test.local/UIGVFRFMGP', 'redact/!FqHANoaGPtLTUrMesU:test.local/$kUxmPkrk62RglX5QWXo7bQTh4IxMUAF5JS0g3CO_kKY', 'txn18aab0e5', '$t0zKt_cBXxvtOmWopRVnT1J7dXnTXU2GWLmAhZf7aMk', 1795618614476),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!FqHANoaGPtLTUrMesU:test.local/m.reaction', 'txn190fad50', '$_M0DrWJUnpYJYP-QpBVRIGC-nS-NWiiWR8G8EB-nWuo', 1795618614499),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn207998d7', '$ByafeppMZghu1Ijwa-kO93KFX0wM1sPOReG5zTMUxII', 1795618614511),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!JbQozNeazGRvDciPGu:test.local/m.room.message', 'txn21ed71be', '$DmeLhXCxnA6RL3tDFZeW_Q4ioJNJ-ne_-7njErFR4mI', 1795618614599),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!JbQozNeazGRvDciPGu:test.local/m.room.message', 'txn225011c7', '$oqFWsuOzI5k447EEN0Nl52m6jODR29OOpFSp27UDsgw', 1795618614661),
	('@_notices:test.local/', 'announcement/1795618620495485', '@cho15249c6f:test.local', '$h70kcI5ycAzkF_UIQ3lbIIA9gap68fMfEXGRq9fQtOg', 1795618621224),
	('@bo14340488:test.local/UIGVFRFMGP', 'send/!FqHANoaGPtLTUrMesU:test.local/m.room.message', 'txn238f3ed5', '$v8V6WlfZm8fx9IKxNJ2yFOEirkM6WpT_tuncMVxbAWk', 1795618621399),
	('@anna1394e44a:test.local/HMR8N3PK9Q', 'PUT /sendToDevice/m.test', 't2402f0bf', '', 1795618621430);
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
