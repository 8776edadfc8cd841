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
	('5dd436ec988ab91226421911d2983b27dfff0db3cf84d88f0bd86b9377b7f2c8', '@anna13f2d60b:test.local', 'ICBWVELFBN', NULL, NULL),
	('c4c6cc8690337eaea370412d6aceef9c62091113a2de8b78446b42ef715c8f55', '@bo14ffc73d:test.local', '3K3RSJXSBH', NULL, NULL),
	('42073c93426bceee2d259b8ed6c2d214f5a3f26d985fcd62a696423e76f72abb', '@cho15347006:test.local', 'AFZTKYFOGE', NULL, NULL),
	('1679446b2d14a59678a61ff4f325a8f0c3fe5408cea7b5d22a24ed83845584a5', '@cho15347006:test.local', 'ZQGECU0RQZ', 1795624961787, NULL);
INSERT INTO public.accounts VALUES
	('@bo14ffc73d:test.local', '$argon2id$v=19$m=8,t=1,p=1$YfKIBAU+gn6ysRCfIUdHkQ$Qzrq/ZVgT9sIIJ8lq0hqdvZv4so59pZpY8Vju3Fqj6g', 0, 0, 0, 0, 1795621356855),
	('@cho15347006:test.local', '$argon2id$v=19$m=8,t=1,p=1$pM5ZEZwdvcQhz+9KZmeInA$CO3KMnt1YAhnqpNUH1TZVzZ2HWRZ3zI/oZ5ioc4aWnA', 0, 0, 0, 0, 1795621356942),
	('@anna13f2d60b:test.local', '$argon2id$v=19$m=8,t=1,p=1$ay/baVfDoPSbBn1aZRUkag$ljbEUxXO4Y8p9f+WXCWe0w7X8bu2WbydBl7oegZZLLQ', 1, 0, 0, 0, 1795621356727),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795621366501);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna13f2d60b:test.local', 20782),
	('@bo14ffc73d:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna13f2d60b:test.local'),
	(20782, '@bo14ffc73d:test.local');
INSERT INTO public.alembic_version VALUES
	('0007');
INSERT INTO public.aliases VALUES
	('#tea16ac2a5e:test.local', '!GiFpKsVKvPkfgTVzXW:test.local', '@anna13f2d60b:test.local');
INSERT INTO public.announcements VALUES
	(1795621366466954, '@anna13f2d60b:test.local', 1795621366466, 'We move soon', NULL, '["@cho15347006:test.local"]', NULL, '@cho15347006:test.local', 1, 1795621366990);
INSERT INTO public.audit VALUES
	(1, 1795621360725, 'command line', 'person.set_admin', '@anna13f2d60b:test.local', 'false', 'true'),
	(2, 1795621365856, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795621366466, '@anna13f2d60b:test.local', 'announcement.create', '1795621366466954', NULL, '{"body":"We move soon","people":["@cho15347006:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!rnADoKlCoZXmLtSSMn:test.local', '$1ItiTmjsAtEH4PmzmLgLG5Nb_Myv7ZW5tq_5miPZpXQ', '@bo14ffc73d:test.local', 'main', 86400000, 0, 1796226161573);
INSERT INTO public.burn_timers VALUES
	('!rnADoKlCoZXmLtSSMn:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14ffc73d:test.local', 'master', '4NOGx7N8rjyfH6LlWJslMtGxjL+TZKy+hUkhqRnwaZ8', '\x7b22757365725f6964223a2240626f31346666633733643a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a344e4f4778374e38726a796648364c6c574a736c4d7447786a4c2b545a4b792b68556b6871526e77615a38223a22344e4f4778374e38726a796648364c6c574a736c4d7447786a4c2b545a4b792b68556b6871526e77615a38227d7d'),
	('@bo14ffc73d:test.local', 'self_signing', 'eBr6jCxVcXD3Fx8PXORNHHAI7tC/VBDpOJsLyjBh0fQ', '\x7b22757365725f6964223a2240626f31346666633733643a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a654272366a4378566358443346783850584f524e484841493774432f564244704f4a734c796a4268306651223a22654272366a4378566358443346783850584f524e484841493774432f564244704f4a734c796a4268306651227d2c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a344e4f4778374e38726a796648364c6c574a736c4d7447786a4c2b545a4b792b68556b6871526e77615a38223a2259694c78362b6e744247646f366d56776d45717166486e386c4a75644461386c56546e5857325a353436537236746f79567849304f4c436341384635365430325a5536516533497161632f4a6a34656e314636614377227d7d7d'),
	('@bo14ffc73d:test.local', 'user_signing', 'eCyfghn2oryzlLoHJJhumnaZiXeudO4obBv52pkRn9Q', '\x7b22757365725f6964223a2240626f31346666633733643a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a6543796667686e326f72797a6c4c6f484a4a68756d6e615a69586575644f346f6242763532706b526e3951223a226543796667686e326f72797a6c4c6f484a4a68756d6e615a69586575644f346f6242763532706b526e3951227d2c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a344e4f4778374e38726a796648364c6c574a736c4d7447786a4c2b545a4b792b68556b6871526e77615a38223a2254396d65484e6f5670715875366b49746e6572644d746a752b36353178517548364864656e704362736a6179543536775a5547767a5668393350317131616a675251623043584878746d5755504e786e635859574367227d7d7d');
INSERT INTO public.cursors VALUES
	('activity', 50),
	('search', 50),
	('push', 71),
	('burn', 71);
INSERT INTO public.device_keys VALUES
	('@bo14ffc73d:test.local', '3K3RSJXSBH', '\x7b22757365725f6964223a2240626f31346666633733643a746573742e6c6f63616c222c226465766963655f6964223a22334b3352534a58534248222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a334b3352534a58534248223a225355576d6b716e4e4b72752f54736e73306f562f63355a5433747870742b4e516479503067316467593451222c22637572766532353531393a334b3352534a58534248223a2256352f465a664f4b44314b7a5172346f78785568327241334f44654a6f7a694969716e38716c662b553155227d2c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a334b3352534a58534248223a226f4e5442586b5a756f79474f735461316d3931507449574a46724a5a4b44495141344c4b4e5530347449694c2f3042425a5670574a427273772b56667438662b62307a444d2b564f436c4d534c377a416b2b38694141227d7d7d');
INSERT INTO public.devices VALUES
	('@anna13f2d60b:test.local', 'ICBWVELFBN', NULL, 1795621361223, '127.0.0.1', 0),
	('@bo14ffc73d:test.local', '3K3RSJXSBH', NULL, 1795621361255, '127.0.0.1', 0),
	('@cho15347006:test.local', 'AFZTKYFOGE', NULL, 1795621361527, '127.0.0.1', 0),
	('@cho15347006:test.local', 'ZQGECU0RQZ', NULL, 1795621361787, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$7yjzGHmAlgaBPThd7t0dHmaaPGcewZde8_H5yQihW2Y', 3),
	('$pk7aXEIhp5fMXhqj33W3TA9WP3jKqxjWWMcY4ag4psE', 4),
	('$TDOUcPLyO9cqo3H92tMgJhR1sNxTWeZXtWyg3KVx0b8', 5),
	('$j-9_JnERQDblZbXXWVqBIGoxbEhzcRrWJX3Q4oZzp6s', 6),
	('$NoBu-CrZlKt99ue6s7_vlpUldQ9MGT3fdLZqZ1LcVBk', 7),
	('$Tv1cvEuQTWKfx_8wQbaZbhBSjpBk3oYO_Y8tC0XZJBI', 8),
	('$06yTGJHrHG52B0IBoRP8XmXgRlkxsASlFMEtUbJDm5U', 9),
	('$wx2WoezwDl0TeveohZIFosWpbckrsyarBlPCu0KmIm8', 10),
	('$E4hOpHd-MMxcz3roOT7yYprs7At64fGVOVsVa93YSmo', 11),
	('$41_bxSJWUkwIV3mgpXn8wBXh6GcW_KcDRSCWbPSJbSw', 14),
	('$yeB0Vn5WBTsObhULoiDQbRzUyy2ZONMxp5yg6C_jcm8', 16),
	('$IQfnPkGq_x2K8o3feUoZikBJ8MCkWids3lW7yhn2ay0', 17),
	('$S2-mzpq60jMAhSM5NAGcSaedSRpPaxygRVjaOOucUnY', 18),
	('$1IAQtQ65GvqoBlbE92eqEry6Htm7n6RtIrfsAP-urWw', 19),
	('$aF_MyfvGmuDLAv0yi8wWK_qcGHZ4Z7Vxd5t7jeoQAs8', 20),
	('$a2D427kaUeLIs25phc0VfzlsSyjnAaXzAY-vFwiJHKY', 21),
	('$cbmQN7vao1uv5Sbeq6BKSekeKPJK0Oy4Rk_ykpmwiVo', 22),
	('$qmoOE2R79x6WgpRK9xEdtUWo2MnhDkPvApV5n3ct7nc', 23),
	('$GatoPQL4aIfPYDRCpBbF36ZG03_ki9aenlkOleAa640', 24),
	('$DS-1zSQ6Fx62n0tNM9R7CnfCmvGq5HFIC89TJDXj1KQ', 25),
	('$evb26qlyh3fTVwgiByD2HjIGxJZ-XMNg-t93L6YViAE', 26),
	('$YBAk3YYXMK-GZN6bXcRpOoL7gTHMyKMyxsOBAal3nHA', 27),
	('$EAwWr4w5eU8ocLvpWstnI8xE6LewC32izGdLkTRAbvQ', 28),
	('$UMttCqZmEjI7s-k1Fws2pUSt3j2HfezVXDWB19fswcQ', 29),
	('$hf7J4-pe2WgN8GNRkccOGomY1K6ksFbTfW6LGGB737Y', 30),
	('$Qi3tT7EKf3UKpt2PERAvAdziIP9loIZLnTf31LqYRVA', 31),
	('$Psa65_8K0JkxMrcEWb0a14Onakdt6Jf3Qvus0GljgeE', 33),
	('$pZ7Ba28wjkMoUZ3fGckIXJUEb3J-015Nza_tA16Osd8', 34),
	('$t6Q_ConELOeidfK8MFiHQylyyGMM0__VyqqMALWwKAg', 35),
	('$PgneFK2ODOahYPlzeqFtj5JlGnoQWpW-EiRk2yZbshY', 36),
	('$TqD8ldd5-SZSg83rcg6ZPTgHte4dGtvR0pwJxS2_T54', 37),
	('$lEi7JsucMdJGtMJe6HwnvjGmodHvsJHtvEhpv5aVUmQ', 38),
	('$bLnr8xC8QVf56KGkE8XcAKU7VELVaNqNOyUTNza9XF0', 39),
	('$y8ZsWxz1JRex9omnP6WIdP7ojwNjN-IPMyTJ8-vOMTc', 41),
	('$4WadPuU9sYlTr1tdNJiEQHz1SFDRG-7CL0jl0tC90YA', 43),
	('$VKYCSeT22Fz-9HtCP3NrREZ3Brl6_bPKRRpDKsLyRNQ', 44),
	('$IPKlf5aUhLMcKFKpDFN3JWDCHJ7pFgYLhTfh7FIUmU0', 46),
	('$1ItiTmjsAtEH4PmzmLgLG5Nb_Myv7ZW5tq_5miPZpXQ', 47),
	('$jtLbunvw-8Owp7dHQ1wAQ9oHNU4nJVYNYt4O3aQ8e8o', 55),
	('$uv2dWkvlhP6Bted7k-OWIaEVAqcBzWlMZRJ-xCS96BM', 58),
	('$6OqoS6GUJ9empb4uoMm_H8rLrN34FS_PQGJTclRK-Bc', 59),
	('$QAkh-Wg19UkSMhCeqxLsQ1cFHFg1ikT0rE23gU6-szs', 60),
	('$7zg4P5UyQc3ui9dLmtPKlqewuy0STHxTltOFULI8E4c', 61),
	('$tOeJAB34YS8-FT10ccWUMOh9dn0qGLCD9kBMlNEtM_w', 62),
	('$HdrsAYUStvffcieQ2P8mhpuQlJL3FS5PXbZ_R4q78V0', 63),
	('$uS85tNyes8n1rF_tLAZ-p_zVWtmNpaJMrGZm4dhWT3k', 64),
	('$xtoipXT7MJ1Jng2tQe2mjl2zfVl6NtOLTTwkQGR1N9s', 65),
	('$jFiKnkI-iTgkrG61vL2mYDBAzB69WWWD-4Q0WUif5Kc', 69),
	('$RpZm5jfqcWrtwphq1Iw3aX5-PxJwwNVM3tOew6r5Lxk', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14ffc73d:test.local', '3K3RSJXSBH', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a224c5953336154434f6c366e55696b434f31725a516f39335776754754785a6657344c6b48373450362b2b59222c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a334b3352534a58534248223a2273717937484966745871754d4a555330585a6d42396d43634a497642796d432b544f4e6d72554f564a6a4e493352716d54754e69676f357179782b50706b734a6c637130464a4d78586a382b504c32483757535a4241227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna13f2d60b:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14ffc73d:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14ffc73d:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14ffc73d:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
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
	(2, 1, 'account', 'account/@anna13f2d60b:test.local', 0, '\x7b7d', NULL),
	(3, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a226d58426c71432b5a6162612b5541726970473858397949414e674d394d6c73635371705a6d452f50776c77227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259225d2c226465707468223a322c22686173686573223a7b22736861323536223a225658382f3239585a586a38724d626e675a44584a534c4130706159343771536f4e345964706a6564464d4d227d2c22707265765f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259225d7d7d'),
	(5, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131336632643630623a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a332c22686173686573223a7b22736861323536223a226e692b6a41556c53504a4b6166493761456670576536582b762f2b66353651756d364b42666e7351497359227d2c22707265765f6576656e7473223a5b2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d7d7d'),
	(6, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131366163326135653a746573742e6c6f63616c227d2c226576656e745f6964223a22246a2d395f4a6e45525144626c5a6258585756714249476f786245687a635272574a583351346f5a7a703673222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a342c22686173686573223a7b22736861323536223a223761714a76385279767073463451417041476f696a335a69534d4b7162434a42584a776b6b3178626f3649227d2c22707265765f6576656e7473223a5b222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238225d7d7d'),
	(7, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a352c22686173686573223a7b22736861323536223a224a4e6246744c5639375674626b394e374a4c796d4b486864314434304f2b2b425639513238656352513063227d2c22707265765f6576656e7473223a5b22246a2d395f4a6e45525144626c5a6258585756714249476f786245687a635272574a583351346f5a7a703673225d7d7d'),
	(8, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224547631637645755154574b66785f38775162615a626842536a70426b336f594f5f5938744330585a4a4249222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a362c22686173686573223a7b22736861323536223a22656962455a78634877332b3967596a69366378754a575869536d72534f4c627a6b727868423851664e4b73227d2c22707265765f6576656e7473223a5b22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b225d7d7d'),
	(9, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a222430367954474a487248473532423049426f525038586d5867526c6b787341536c464d457455624a446d3555222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a372c22686173686573223a7b22736861323536223a2271326d3843725841396c37383245313242356c533439713372726342332f566c4e76757356596578583263227d2c22707265765f6576656e7473223a5b2224547631637645755154574b66785f38775162615a626842536a70426b336f594f5f5938744330585a4a4249225d7d7d'),
	(10, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a2224777832576f657a77446c30546576656f685a49466f73577062636b7273796172426c504375304b6d496d38222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a382c22686173686573223a7b22736861323536223a22466e724330354c472f654f4c3248396963374c55782f6a584b317039677971546c6d57706c502f33387638227d2c22707265765f6576656e7473223a5b222430367954474a487248473532423049426f525038586d5867526c6b787341536c464d457455624a446d3555225d7d7d'),
	(11, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244534684f7048642d4d4d78637a33726f4f5437795970727337417436346647564f56735661393359536d6f222c226f726967696e5f7365727665725f7473223a313739353632313336313233352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345222c22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b225d2c226465707468223a392c22686173686573223a7b22736861323536223a22663070376a757956683652315842797434676b5578656d304f653966692b6b337859734a6a7036365a6749227d2c22707265765f6576656e7473223a5b2224777832576f657a77446c30546576656f685a49466f73577062636b7273796172426c504375304b6d496d38225d7d7d'),
	(14, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377222c226f726967696e5f7365727665725f7473223a313739353632313336313235352c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c22244534684f7048642d4d4d78637a33726f4f5437795970727337417436346647564f56735661393359536d6f222c22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b225d2c226465707468223a31302c22686173686573223a7b22736861323536223a226758664f503446376f6247722f6843472b494e797166302b646248784275396c3579574c7136615245456f227d2c22707265765f6576656e7473223a5b22244534684f7048642d4d4d78637a33726f4f5437795970727337417436346647564f56735661393359536d6f225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244534684f7048642d4d4d78637a33726f4f5437795970727337417436346647564f56735661393359536d6f227d7d'),
	(15, 4, 'membership', 'membership/!GiFpKsVKvPkfgTVzXW:test.local', 0, '\x7b22726f6f6d5f6964223a2221476946704b73564b76506b666754567a58573a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222479654230566e35574254734f6268554c6f69445162527a557979325a4f4e4d787035796736435f6a636d38222c226f726967696e5f7365727665725f7473223a313739353632313336313238302c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31312c22686173686573223a7b22736861323536223a226f47613973516232636e665452774f76324f696a4559766b624c4a4f4b5652735a34676170617042675938227d2c22707265765f6576656e7473223a5b222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2030227d'),
	(56, 3, 'membership', 'membership/!GiFpKsVKvPkfgTVzXW:test.local', 0, '\x7b22726f6f6d5f6964223a2221476946704b73564b76506b666754567a58573a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a2224377a673450355579516333756939644c6d74504b6c71657775793053544878546c744f46554c4938453463222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a342c22686173686573223a7b22736861323536223a226a4d7054617433576a637a31626e61614d492b624366646636374d36794578393555377469417561416d30227d2c22707265765f6576656e7473223a5b222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244951666e506b47715f78324b386f336665556f5a696b424a384d436b57696473336c573779686e32617930222c226f726967696e5f7365727665725f7473223a313739353632313336313330342c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31322c22686173686573223a7b22736861323536223a2236377836444d49344655497a4b6f5846726638546c4e344f5a754e7a71712b6f72447859433071496a3559227d2c22707265765f6576656e7473223a5b222479654230566e35574254734f6268554c6f69445162527a557979325a4f4e4d787035796736435f6a636d38225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2031227d'),
	(18, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222453322d6d7a707136306a4d4168534d354e41476353616564535270506178796752566a614f4f7563556e59222c226f726967696e5f7365727665725f7473223a313739353632313336313331352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31332c22686173686573223a7b22736861323536223a223831383465397534635771485161303335582f752f487a745956792f75566e35454158586c633571515045227d2c22707265765f6576656e7473223a5b22244951666e506b47715f78324b386f336665556f5a696b424a384d436b57696473336c573779686e32617930225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2032227d'),
	(19, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222431494151745136354776716f426c6245393265714572793648746d376e3652744972667341502d75725777222c226f726967696e5f7365727665725f7473223a313739353632313336313332332c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31342c22686173686573223a7b22736861323536223a224c73736352376c2b6435686d7a33794a75494e6a5337516f794f6e584558516a34526a765a70726c393763227d2c22707265765f6576656e7473223a5b222453322d6d7a707136306a4d4168534d354e41476353616564535270506178796752566a614f4f7563556e59225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2033227d'),
	(20, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222461465f4d796676476d75444c41763079693877574b5f716347485a345a375678643574376a656f51417338222c226f726967696e5f7365727665725f7473223a313739353632313336313333342c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31352c22686173686573223a7b22736861323536223a22666e376534557938615139357a43485234784343644a452b526f6a4d383072426c377a3573703570636e6b227d2c22707265765f6576656e7473223a5b222431494151745136354776716f426c6245393265714572793648746d376e3652744972667341502d75725777225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2034227d'),
	(21, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246132443432376b6155654c497332357068633056667a6c7353796a6e4161587a41592d764677694a484b59222c226f726967696e5f7365727665725f7473223a313739353632313336313334382c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31362c22686173686573223a7b22736861323536223a22376a7853706a4762494164774750716a394d5578726656452f5658333876646161436568762f512f503451227d2c22707265765f6576656e7473223a5b222461465f4d796676476d75444c41763079693877574b5f716347485a345a375678643574376a656f51417338225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2035227d'),
	(22, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222463626d514e3776616f317576355362657136424b53656b654b504a4b304f7934526b5f796b706d7769566f222c226f726967696e5f7365727665725f7473223a313739353632313336313335352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31372c22686173686573223a7b22736861323536223a2256752f664165724579476f494838436375363846656d6b4946796b7377485378716e664d2f503532743738227d2c22707265765f6576656e7473223a5b22246132443432376b6155654c497332357068633056667a6c7353796a6e4161587a41592d764677694a484b59225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2036227d'),
	(23, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224716d6f4f45325237397836576770524b397845647455576f324d6e68446b5076417056356e336374376e63222c226f726967696e5f7365727665725f7473223a313739353632313336313336322c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31382c22686173686573223a7b22736861323536223a22764e5231665138453136784654486f514f55414f4f61313544632b74497234643652676c565a6f646f6e77227d2c22707265765f6576656e7473223a5b222463626d514e3776616f317576355362657136424b53656b654b504a4b304f7934526b5f796b706d7769566f225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2037227d'),
	(24, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244761746f50514c3461496650594452437042624633365a4730335f6b693961656e6c6b4f6c654161363430222c226f726967696e5f7365727665725f7473223a313739353632313336313337312c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a31392c22686173686573223a7b22736861323536223a227957426c6f3679586246397a365955586d38786b4f3568574f314b42646648544f6176456b63702b613641227d2c22707265765f6576656e7473223a5b2224716d6f4f45325237397836576770524b397845647455576f324d6e68446b5076417056356e336374376e63225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2038227d'),
	(25, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222444532d317a535136467836326e30744e4d395237436e66436d76477135484649433839544a44586a314b51222c226f726967696e5f7365727665725f7473223a313739353632313336313337392c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a32302c22686173686573223a7b22736861323536223a226e2b7a6e32356f77306765686e76436b6c3253613449515954514e3163382f72526d2b376e565636677255227d2c22707265765f6576656e7473223a5b22244761746f50514c3461496650594452437042624633365a4730335f6b693961656e6c6b4f6c654161363430225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e2039227d'),
	(26, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246576623236716c79683366545677676942794432486a4947784a5a2d584d4e672d7439334c365956694145222c226f726967696e5f7365727665725f7473223a313739353632313336313338372c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a32312c22686173686573223a7b22736861323536223a2279506c74626559502f4b34387539692f34624477466174396e7349354261436836696977324e78634d3549227d2c22707265765f6576656e7473223a5b222444532d317a535136467836326e30744e4d395237436e66436d76477135484649433839544a44586a314b51225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e203130227d'),
	(27, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245942416b335959584d4b2d475a4e3662586352704f6f4c376754484d794b4d7978734f4241616c336e4841222c226f726967696e5f7365727665725f7473223a313739353632313336313339352c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345225d2c226465707468223a32322c22686173686573223a7b22736861323536223a222f464e7737464a57336c7345483464715970307a4941382f6164565539466176505965334e79344b655651227d2c22707265765f6576656e7473223a5b22246576623236716c79683366545677676942794432486a4947784a5a2d584d4e672d7439334c365956694145225d7d2c22646576696365223a2240616e6e6131336632643630623a746573742e6c6f63616c2f4943425756454c46424e222c2274786e223a2274786e203131227d'),
	(29, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651227d2c226576656e745f6964223a2224554d747443715a6d456a4937732d6b314677733270555374336a324866657a565844574231396673776351222c226f726967696e5f7365727665725f7473223a313739353632313336313432332c2272656461637473223a222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651222c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d2c226465707468223a32342c22686173686573223a7b22736861323536223a22746833382b7565714a75796b674265492b756a542f4c56494a53336a544542614d6e7a775a5856587a7a63227d2c22707265765f6576656e7473223a5b222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3138383863333035227d'),
	(28, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651222c226f726967696e5f7365727665725f7473223a313739353632313336313430332c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b22245942416b335959584d4b2d475a4e3662586352704f6f4c376754484d794b4d7978734f4241616c336e4841225d2c22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d2c22686173686573223a7b22736861323536223a22394e446f35644859547162633939664645543571384566676431494b7235436e61313758436c3246706f63227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651227d2c226576656e745f6964223a2224554d747443715a6d456a4937732d6b314677733270555374336a324866657a565844574231396673776351222c226f726967696e5f7365727665725f7473223a313739353632313336313432332c2272656461637473223a222445417757723477356555386f634c76705773746e49387845364c6577433332697a47644c6b545241627651222c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a2221476946704b73564b76506b666754567a58573a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3137336238313937222c227265646163746564223a747275657d'),
	(30, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a222479654230566e35574254734f6268554c6f69445162527a557979325a4f4e4d787035796736435f6a636d38222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a22246866374a342d70653257674e38474e526b63634f476f6d59314b366b734662546657364c47474237333759222c226f726967696e5f7365727665725f7473223a313739353632313336313434332c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d2c226465707468223a32352c22686173686573223a7b22736861323536223a226f506477385744504850733170716242523266493543472f7275473958734168334270637734357a355977227d2c22707265765f6576656e7473223a5b2224554d747443715a6d456a4937732d6b314677733270555374336a324866657a565844574231396673776351225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3139643436343435227d'),
	(31, 2, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a222479654230566e35574254734f6268554c6f69445162527a557979325a4f4e4d787035796736435f6a636d38222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224516933745437454b6633554b707432504552417641647a694950396c6f495a4c6e546633314c7159525641222c226f726967696e5f7365727665725f7473223a313739353632313336313435352c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d2c226465707468223a32362c22686173686573223a7b22736861323536223a222f744d687730795779712b75465250703769306a504b56336c4e4e6148573950777a436876614a7846744d227d2c22707265765f6576656e7473223a5b22246866374a342d70653257674e38474e526b63634f476f6d59314b366b734662546657364c47474237333759225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3230363463313138222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14ffc73d:test.local/', 0, '\x5b226d2e72656164222c2240626f31346666633733643a746573742e6c6f63616c222c22246132443432376b6155654c497332357068633056667a6c7353796a6e4161587a41592d764677694a484b59222c313739353632313336313438362c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a22532b364a4348526a4d5268775378384d5371496b5167545747704b6f5446322b2f374a4867454342534677227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545225d2c226465707468223a322c22686173686573223a7b22736861323536223a22567a6e347452744644674f7139655756676d76524b4c6e6952636143436f653538497a746c4939514a526b227d2c22707265765f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31346666633733643a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a332c22686173686573223a7b22736861323536223a22354b676c6373676e4e6948474a624636527832447a64384249616c76573658306b2f38654e4d746b52496b227d2c22707265765f6576656e7473223a5b2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a222450676e65464b324f444f616859506c7a657146746a354a6c476e6f515770572d4569526b32795a62736859222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a342c22686173686573223a7b22736861323536223a22784e673144532f67306a6845494a514a314a7035376e31646154314e764d714b713877376975374e624555227d2c22707265765f6576656e7473223a5b22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224547144386c6464352d535a53673833726367365a5054674874653464477476523070774a7853325f543534222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a352c22686173686573223a7b22736861323536223a225057735656486e412f316b43646c767a752b5a7a5350386363656438353865397a3652714b42376b747430227d2c22707265765f6576656e7473223a5b222450676e65464b324f444f616859506c7a657146746a354a6c476e6f515770572d4569526b32795a62736859225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22246c4569374a7375634d644a47744d4a653648776e766a476d6f644876734a48747645687076356156556d51222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a362c22686173686573223a7b22736861323536223a227474382f762f376d2b3579686f794e7461616c41466d49696e557438644664686d5959654b4530674c4e51227d2c22707265765f6576656e7473223a5b2224547144386c6464352d535a53673833726367365a5054674874653464477476523070774a7853325f543534225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a2224624c6e723878433851566635364b476b45385863414b553756454c56614e714e4f7955544e7a6139584630222c226f726967696e5f7365727665725f7473223a313739353632313336313439392c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a372c22686173686573223a7b22736861323536223a225a5a726c63452b50556f51635a367434663264596a34565370796e45786b67455775395736316a37587755227d2c22707265765f6576656e7473223a5b22246c4569374a7375634d644a47744d4a653648776e766a476d6f644876734a48747645687076356156556d51225d7d7d'),
	(40, 4, 'membership', 'membership/!rnADoKlCoZXmLtSSMn:test.local', 0, '\x7b22726f6f6d5f6964223a2221726e41446f4b6c436f5a586d4c7453534d6e3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222479385a7357787a314a526578396f6d6e503657496450376f6a774e6a4e2d49504d79544a382d764f4d5463222c226f726967696e5f7365727665725f7473223a313739353632313336313533312c2273656e646572223a224063686f31353334373030363a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353334373030363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c222450676e65464b324f444f616859506c7a657146746a354a6c476e6f515770572d4569526b32795a62736859225d2c226465707468223a382c22686173686573223a7b22736861323536223a22323863555671464c3539356e6f54456f576948566c46647a7a614b6d6e2f304f5173524e4a767949616877227d2c22707265765f6576656e7473223a5b2224624c6e723878433851566635364b476b45385863414b553756454c56614e714e4f7955544e7a6139584630225d7d7d'),
	(42, 7, 'membership', 'membership/!rnADoKlCoZXmLtSSMn:test.local', 0, '\x7b22726f6f6d5f6964223a2221726e41446f4b6c436f5a586d4c7453534d6e3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224345761645075553973596c54723174644e4a694551487a3153464452472d37434c306a6c30744339305941222c226f726967696e5f7365727665725f7473223a313739353632313336313534312c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a392c22686173686573223a7b22736861323536223a22365a736a5937534a556346504f6e7238786a7a6b7250373477743056677942576a707459564461324b3941227d2c22707265765f6576656e7473223a5b222479385a7357787a314a526578396f6d6e503657496450376f6a774e6a4e2d49504d79544a382d764f4d5463225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3231316532376334227d'),
	(44, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a2224564b59435365543232467a2d3948744350334e7252455a3342726c365f62504b525270444b734c79524e51222c226f726967696e5f7365727665725f7473223a313739353632313336313535302c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353334373030363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345222c22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b225d2c226465707468223a32372c22686173686573223a7b22736861323536223a224948327367504233486d4c4777676437617053344555672b6247394b786c6342547756656f2b3153787577227d2c22707265765f6576656e7473223a5b2224516933745437454b6633554b707432504552417641647a694950396c6f495a4c6e546633314c7159525641225d7d7d'),
	(45, 7, 'membership', 'membership/!GiFpKsVKvPkfgTVzXW:test.local', 0, '\x7b22726f6f6d5f6964223a2221476946704b73564b76506b666754567a58573a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a222449504b6c66356155684c4d634b464b7044464e334a574443484a37704667594c68546668374649556d5530222c226f726967696e5f7365727665725f7473223a313739353632313336313535362c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a31302c22686173686573223a7b22736861323536223a227259527a4d4b4d78504f76346e4645422f7851374f6c4e646935734d394b56746e41774148646545683651227d2c22707265765f6576656e7473223a5b2224345761645075553973596c54723174644e4a694551487a3153464452472d37434c306a6c30744339305941225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222431497469546d6a734174454834506d7a6d4c674c47354e625f4d7976375a573574715f356d69505a705851222c226f726967696e5f7365727665725f7473223a313739353632313336313536352c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222450736136355f384b304a6b784d7263455762306131344f6e616b6474364a66335176757330476c6a676545222c22247436515f436f6e454c4f656964664b384d46694851796c7979474d4d305f5f567971714d414c57774b4167222c2224705a3742613238776a6b4d6f555a336647636b49584a554562334a2d3031354e7a615f744131364f736438225d2c226465707468223a31312c22686173686573223a7b22736861323536223a224f633152455974694f4b6e2b57793276344268533037487276777737626d384757613279675a7945756e73227d2c22707265765f6576656e7473223a5b222449504b6c66356155684c4d634b464b7044464e334a574443484a37704667594c68546668374649556d5530225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3232626334653539227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14ffc73d:test.local/3K3RSJXSBH', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14ffc73d:test.local', 0, '\x7b7d', NULL),
	(51, 3, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 3, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131336632643630623a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131336632643630623a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna13f2d60b:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna13f2d60b:test.local', 0, '\x7b7d', NULL),
	(55, 2, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22246a744c62756e76772d384f77703764485131774151396f484e55346e4a56594e5974344f3361513865386f222c226f726967696e5f7365727665725f7473223a313739353632313336363438362c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345222c22244e6f42752d43725a6c4b74393975653673375f766c70556c6451394d47543366644c5a715a314c6356426b225d2c226465707468223a32382c22686173686573223a7b22736861323536223a22674438524a48553246774b664e7759413134422b546a6663307474337264664551795878664d5243364d34227d2c22707265765f6576656e7473223a5b2224564b59435365543232467a2d3948744350334e7252455a3342726c365f62504b525270444b734c79524e51225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c227265706c616365735f7374617465223a2224706b3761584549687035664d5868716a333357335441395750336a4b71786a57574d635934616734707345227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a22626755562b786248344738742b306c3765655971434e486d6932417a446d6e32764d73466b4d345546444d227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d225d2c226465707468223a322c22686173686573223a7b22736861323536223a22624257544b6646486f45382f53656b524d39714d673665543236466f5266787331703845304e3677344455227d2c22707265765f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d225d7d7d'),
	(60, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a332c22686173686573223a7b22736861323536223a22503863546b482b3573727a5a54415262694e754d444777356d656566784c743356336d61334f545a663738227d2c22707265765f6576656e7473223a5b2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d7d7d'),
	(62, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224744f654a414233345953382d46543130636357554d4f6839646e3071474c4344396b424d6c4e45744d5f77222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a352c22686173686573223a7b22736861323536223a2265753050394a6d51426336714d584c5234494d616e565046704d356f557739576f5a626e325169746d7763227d2c22707265765f6576656e7473223a5b2224377a673450355579516333756939644c6d74504b6c71657775793053544878546c744f46554c4938453463225d7d7d'),
	(63, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a2224486472734159555374766666636965513250386d687075516c4a4c334653355058625a5f52347137385630222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a362c22686173686573223a7b22736861323536223a224b5a494e637357723561664d71344f79706f556f7678324d5151432b3665667252513744396b306a614c59227d2c22707265765f6576656e7473223a5b2224744f654a414233345953382d46543130636357554d4f6839646e3071474c4344396b424d6c4e45744d5f77225d7d7d'),
	(64, 10, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a222475533835744e796573386e3172465f744c415a2d705f7a5657746d4e70614a4d72475a6d3464685754336b222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a372c22686173686573223a7b22736861323536223a22747948397a7362445447674748742f77457a30474d76797833776b574361594f633966322b66697a6d6341227d2c22707265765f6576656e7473223a5b2224486472734159555374766666636965513250386d687075516c4a4c334653355058625a5f52347137385630225d7d7d'),
	(65, 10, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222478746f69705854374d4a314a6e6732745165326d6a6c327a66566c364e744f4c5454776b514752314e3973222c226f726967696e5f7365727665725f7473223a313739353632313336363535392c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353334373030363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263222c2224377a673450355579516333756939644c6d74504b6c71657775793053544878546c744f46554c4938453463225d2c226465707468223a382c22686173686573223a7b22736861323536223a226838554671786b4437595070394438343070564c614b4a6e2f6f6c777471614d4145784d63573149336e4d227d2c22707265765f6576656e7473223a5b222475533835744e796573386e3172465f744c415a2d705f7a5657746d4e70614a4d72475a6d3464685754336b225d7d7d'),
	(66, 9, 'membership', 'membership/!sNwUxJwJbcPbBLJycJ:test.local', 0, '\x7b22726f6f6d5f6964223a2221734e7755784a774a62635062424c4a79634a3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!sNwUxJwJbcPbBLJycJ:test.local', 0, '\x7b22726f6f6d5f6964223a2221734e7755784a774a62635062424c4a79634a3a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!sNwUxJwJbcPbBLJycJ:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 10, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246a46694b6e6b492d6954676b72473631764c326d594442417a423639575757442d34513057556966354b63222c226f726967696e5f7365727665725f7473223a313739353632313336363938382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222475763264576b766c68503642746564376b2d4f5749614556417163427a576c4d5a524a2d7843533936424d222c222451416b682d57673139556b534d68436571784c735131634648466731696b5430724532336755362d737a73222c2224364f716f533647554a39656d706234756f4d6d5f4838724c724e333446535f5051474a54636c524b2d4263225d2c226465707468223a392c22686173686573223a7b22736861323536223a22567a516475623265684c45434e64626d496a39594d776e335772795850684f4d70627734464a5346626d63227d2c22707265765f6576656e7473223a5b222478746f69705854374d4a314a6e6732745165326d6a6c327a66566c364e744f4c5454776b514752314e3973225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31353334373030363a746573742e6c6f63616c227d'),
	(70, 2, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222452705a6d356a66716357727477706871314977336158352d50784a77774e564d33744f65773672354c786b222c226f726967696e5f7365727665725f7473223a313739353632313336373037352c2273656e646572223a2240626f31346666633733643a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222437796a7a47486d416c6761425054686437743064486d616150476365775a6465385f483579516968573259222c222454444f5563504c794f3963716f33483932744d674a685231734e785457655a5874577967334b5678306238222c222434315f6278534a57556b774956336d6770586e3877425868364763575f4b6344525343576250534a625377225d2c226465707468223a32392c22686173686573223a7b22736861323536223a226250596e2b48764a47444e6447356c365435756d34314a4f30754f5168434a785a514c6a58343949482f59227d2c22707265765f6576656e7473223a5b22246a744c62756e76772d384f77703764485131774151396f484e55346e4a56594e5974344f3361513865386f225d7d2c22646576696365223a2240626f31346666633733643a746573742e6c6f63616c2f334b3352534a58534248222c2274786e223a2274786e3233626564653337227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!GiFpKsVKvPkfgTVzXW:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('03cVdIh1-ChIcrbDqLh1d6Sj', '@anna13f2d60b:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795621366299, 1795707766299, 0);
INSERT INTO public.memberships VALUES
	('@bo14ffc73d:test.local', '!GiFpKsVKvPkfgTVzXW:test.local', 'join', 14, 0),
	('@bo14ffc73d:test.local', '!rnADoKlCoZXmLtSSMn:test.local', 'join', 34, 0),
	('@cho15347006:test.local', '!rnADoKlCoZXmLtSSMn:test.local', 'join', 41, 0),
	('@cho15347006:test.local', '!GiFpKsVKvPkfgTVzXW:test.local', 'invite', 44, 0),
	('@anna13f2d60b:test.local', '!GiFpKsVKvPkfgTVzXW:test.local', 'join', 55, 0),
	('@_notices:test.local', '!sNwUxJwJbcPbBLJycJ:test.local', 'join', 59, 0),
	('@cho15347006:test.local', '!sNwUxJwJbcPbBLJycJ:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15347006:test.local', '!sNwUxJwJbcPbBLJycJ:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14ffc73d:test.local', '3K3RSJXSBH', 'signed_curve25519', 'A', '\x7b226b6579223a227351627a5446614b79484e79526a65332f3767756b616a644774516e7a48494d636443775049304d643030222c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a334b3352534a58534248223a22654b41727454714a4b5461426c422f6a596b4b454f6448505968535648346533686269372f7439645761464e714154614b534f50572f6e542b4f495459306c6955514b6a6a4a743176544f6a33412b59353442774141227d7d7d'),
	(2, '@bo14ffc73d:test.local', '3K3RSJXSBH', 'signed_curve25519', 'B', '\x7b226b6579223a224c4456473051746875414755333141443169557436426748754d45554250397a3965426a54526a69344c63222c227369676e617475726573223a7b2240626f31346666633733643a746573742e6c6f63616c223a7b22656432353531393a334b3352534a58534248223a22595675664256716d7759554d4b3867675673494252424452344566556e384a7158656e353238333430564876583848376a2b42486c7959536136783433423467493742623165513236317569724a7a355263514c4467227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14ffc73d:test.local', '
bo14ffc73d
', '
bo14ffc73d:test.local
'),
	('@cho15347006:test.local', '
cho15347006
', '
cho15347006:test.local
'),
	('@anna13f2d60b:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna13f2d60b
', '
anna13f2d60b:test.local
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
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna13f2d60b:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!rnADoKlCoZXmLtSSMn:test.local', 1795621361499);
INSERT INTO public.push_pending VALUES
	('@anna13f2d60b:test.local', 'test', 'key', 0, '', 1795621366523),
	('@anna13f2d60b:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795621367080);
INSERT INTO public.push_rules VALUES
	('@anna13f2d60b:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna13f2d60b:test.local', 'ICBWVELFBN', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795621366288, 52);
INSERT INTO public.refresh_tokens VALUES
	('8c308854dc562daf76e6b0691b53b2ab620ab36f13ce7b7c8f74ef2a28dbfdff', '@cho15347006:test.local', 'ZQGECU0RQZ', '1679446b2d14a59678a61ff4f325a8f0c3fe5408cea7b5d22a24ed83845584a5', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795621365856);
INSERT INTO public.relations VALUES
	('$yeB0Vn5WBTsObhULoiDQbRzUyy2ZONMxp5yg6C_jcm8', 30, '!GiFpKsVKvPkfgTVzXW:test.local', '$hf7J4-pe2WgN8GNRkccOGomY1K6ksFbTfW6LGGB737Y', 'm.annotation', 'm.reaction', '@bo14ffc73d:test.local', '👍', 16),
	('$yeB0Vn5WBTsObhULoiDQbRzUyy2ZONMxp5yg6C_jcm8', 31, '!GiFpKsVKvPkfgTVzXW:test.local', '$Qi3tT7EKf3UKpt2PERAvAdziIP9loIZLnTf31LqYRVA', 'm.thread', 'm.room.message', '@bo14ffc73d:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795621366459019, 1795621366459, '@anna13f2d60b:test.local', 'event', '$IQfnPkGq_x2K8o3feUoZikBJ8MCkWids3lW7yhn2ay0', '!GiFpKsVKvPkfgTVzXW:test.local', '$IQfnPkGq_x2K8o3feUoZikBJ8MCkWids3lW7yhn2ay0', '@anna13f2d60b:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244951666e506b47715f78324b386f336665556f5a696b424a384d436b57696473336c573779686e32617930222c226f726967696e5f7365727665725f7473223a313739353632313336313330342c2273656e646572223a2240616e6e6131336632643630623a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.create', '', 3),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.member', '@anna13f2d60b:test.local', 4),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.power_levels', '', 5),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.canonical_alias', '', 6),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.join_rules', '', 7),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.history_visibility', '', 8),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.guest_access', '', 9),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.name', '', 10),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.member', '@bo14ffc73d:test.local', 11),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.member', '@bo14ffc73d:test.local', 14),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.create', '', 33),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.member', '@bo14ffc73d:test.local', 34),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.power_levels', '', 35),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.join_rules', '', 36),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.history_visibility', '', 37),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.guest_access', '', 38),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.topic', '', 39),
	('!rnADoKlCoZXmLtSSMn:test.local', 'm.room.member', '@cho15347006:test.local', 41),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.member', '@cho15347006:test.local', 44),
	('!rnADoKlCoZXmLtSSMn:test.local', 'im.laiwang.burn', '', 46),
	('!GiFpKsVKvPkfgTVzXW:test.local', 'm.room.member', '@anna13f2d60b:test.local', 55),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.create', '', 58),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.power_levels', '', 60),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.join_rules', '', 61),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.history_visibility', '', 62),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.guest_access', '', 63),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.name', '', 64),
	('!sNwUxJwJbcPbBLJycJ:test.local', 'm.room.member', '@cho15347006:test.local', 65);
INSERT INTO public.rooms VALUES
	('!rnADoKlCoZXmLtSSMn:test.local', '11', 11, '$1ItiTmjsAtEH4PmzmLgLG5Nb_Myv7ZW5tq_5miPZpXQ', 47),
	('!sNwUxJwJbcPbBLJycJ:test.local', '11', 9, '$jFiKnkI-iTgkrG61vL2mYDBAzB69WWWD-4Q0WUif5Kc', 69),
	('!GiFpKsVKvPkfgTVzXW:test.local', '11', 29, '$RpZm5jfqcWrtwphq1Iw3aX5-PxJwwNVM3tOew6r5Lxk', 70);
INSERT INTO public.schema_fingerprint VALUES
	('2f867d43ad83ed8a22e7b4e082966a96465ed60662173ba0798217ed92fa0ba5');
INSERT INTO public.search_blocks VALUES
	(10, 2, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'room:!GiFpKsVKvPkfgTVzXW:test.local'),
	(3, 'user:@anna13f2d60b:test.local'),
	(4, 'user:@bo14ffc73d:test.local'),
	(5, 'receipts:!GiFpKsVKvPkfgTVzXW:test.local'),
	(6, 'room:!rnADoKlCoZXmLtSSMn:test.local'),
	(7, 'user:@cho15347006:test.local'),
	(8, 'device_lists'),
	(9, 'user:@_notices:test.local'),
	(10, 'room:!sNwUxJwJbcPbBLJycJ:test.local'),
	(11, 'device:@bo14ffc73d:test.local/3K3RSJXSBH');
INSERT INTO public.transactions VALUES
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 0', '$yeB0Vn5WBTsObhULoiDQbRzUyy2ZONMxp5yg6C_jcm8', 1795621361280),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 1', '$IQfnPkGq_x2K8o3feUoZikBJ8MCkWids3lW7yhn2ay0', 1795621361304),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 2', '$S2-mzpq60jMAhSM5NAGcSaedSRpPaxygRVjaOOucUnY', 1795621361315),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 3', '$1IAQtQ65GvqoBlbE92eqEry6Htm7n6RtIrfsAP-urWw', 1795621361323),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 4', '$aF_MyfvGmuDLAv0yi8wWK_qcGHZ4Z7Vxd5t7jeoQAs8', 1795621361334),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 5', '$a2D427kaUeLIs25phc0VfzlsSyjnAaXzAY-vFwiJHKY', 1795621361348),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 6', '$cbmQN7vao1uv5Sbeq6BKSekeKPJK0Oy4Rk_ykpmwiVo', 1795621361355),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 7', '$qmoOE2R79x6WgpRK9xEdtUWo2MnhDkPvApV5n3ct7nc', 1795621361362),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 8', '$GatoPQL4aIfPYDRCpBbF36ZG03_ki9aenlkOleAa640', 1795621361371),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 9', '$DS-1zSQ6Fx62n0tNM9R7CnfCmvGq5HFIC89TJDXj1KQ', 1795621361379),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 10', '$evb26qlyh3fTVwgiByD2HjIGxJZ-XMNg-t93L6YViAE', 1795621361387),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn 11', '$YBAk3YYXMK-GZN6bXcRpOoL7gTHMyKMyxsOBAal3nHA', 1795621361395),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn173b8197', '$EAwWr4w5eU8ocLvpWstnI8xE6LewC32izGdLkTRAbvQ', 1795621361403),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'redact/!GiFpKsVKvPkfgTVzXW:test.local/$EAwWr4w5eU8ocLvpWstnI8xE6LewC32izGdLkTRAbvQ', 'txn1888c305', '$UMttCqZmEjI7s-k1Fws2pUSt3j2HfezVXDWB19fswcQ', 1795621361423),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.reaction', 'txn19d46445', '$hf7J4-pe2WgN8GNRkccOGomY1K6ksFbTfW6LGGB737Y', 1795621361443),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn2064c118', '$Qi3tT7EKf3UKpt2PERAvAdziIP9loIZLnTf31LqYRVA', 1795621361455),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!rnADoKlCoZXmLtSSMn:test.local/m.room.message', 'txn211e27c4', '$4WadPuU9sYlTr1tdNJiEQHz1SFDRG-7CL0jl0tC90YA', 1795621361541),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!rnADoKlCoZXmLtSSMn:test.local/m.room.message', 'txn22bc4e59', '$1ItiTmjsAtEH4PmzmLgLG5Nb_Myv7ZW5tq_5miPZpXQ', 1795621361565),
	('@_notices:test.local/', 'announcement/1795621366466954', '@cho15347006:test.local', '$jFiKnkI-iTgkrG61vL2mYDBAzB69WWWD-4Q0WUif5Kc', 1795621366988),
	('@bo14ffc73d:test.local/3K3RSJXSBH', 'send/!GiFpKsVKvPkfgTVzXW:test.local/m.room.message', 'txn23bede37', '$RpZm5jfqcWrtwphq1Iw3aX5-PxJwwNVM3tOew6r5Lxk', 1795621367075),
	('@anna13f2d60b:test.local/ICBWVELFBN', 'PUT /sendToDevice/m.test', 't24229548', '', 1795621367096);
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
CREATE INDEX search_blocks_open ON public.search_blocks USING btree (room, "position") WHERE (is_sealed = 0);
CREATE INDEX search_blocks_place ON public.search_blocks USING btree (room, "position");
CREATE INDEX search_blocks_room ON public.search_blocks USING btree (room, last, "position");
CREATE INDEX search_edits_original ON public.search_edits USING btree (original);
CREATE INDEX transactions_at ON public.transactions USING btree (at_ms);
CREATE INDEX uia_sessions_started ON public.uia_sessions USING btree (started_ms);
