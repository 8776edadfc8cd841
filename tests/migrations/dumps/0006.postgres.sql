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
	('2542198353b8dcba4496e9bc92d425eccb2977b201f01da4bb113e2e23d12e1e', '@anna133c900a:test.local', 'VT1PJM7A4M', NULL, NULL),
	('0f2c4e556529e9f2671ae2fdcabcb5f88ece0833a827487f3553c7a67965d5ec', '@bo145f0ab8:test.local', 'TRIHR0FCR9', NULL, NULL),
	('7cbc091625a5eefd7f20fc76690680bba9dad64624b12a365791c03da678dea4', '@cho15befcb2:test.local', 'JIRDPTBWOJ', NULL, NULL),
	('62c89772787915c763bc4e590845527ef9842857168022d2dbdcccf59d633d04', '@cho15befcb2:test.local', 'QSENWGXCF0', 1795624056588, NULL);
INSERT INTO public.accounts VALUES
	('@bo145f0ab8:test.local', '$argon2id$v=19$m=8,t=1,p=1$vXkqWDFotIkUygECiAzwbw$COjxjUoH2GHj2pVsXU0RRQmuWNg2He0eUYHka3PQVuU', 0, 0, 0, 0, 1795620451871),
	('@cho15befcb2:test.local', '$argon2id$v=19$m=8,t=1,p=1$zTlMh4d2bsc6RetzQhNJIA$Ogp7JezhF7MVRwcbGlfh8zxxu9bPY56EDy2rpM/Wei0', 0, 0, 0, 0, 1795620451943),
	('@anna133c900a:test.local', '$argon2id$v=19$m=8,t=1,p=1$4st7Qc9z2s7WVLtqWRYsTA$5x/yd4WIVzJsh8ZwB2bKn3cP5jC5BMMlKVmZnr4eiRc', 1, 0, 0, 0, 1795620451691),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795620461637);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna133c900a:test.local', 20782),
	('@bo145f0ab8:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna133c900a:test.local'),
	(20782, '@bo145f0ab8:test.local');
INSERT INTO public.alembic_version VALUES
	('0006');
INSERT INTO public.aliases VALUES
	('#tea169a3a1e:test.local', '!gARchxUEhrcdaSlKhH:test.local', '@anna133c900a:test.local');
INSERT INTO public.announcements VALUES
	(1795620461623615, '@anna133c900a:test.local', 1795620461623, 'We move soon', NULL, '["@cho15befcb2:test.local"]', NULL, '@cho15befcb2:test.local', 1, 1795620461679);
INSERT INTO public.audit VALUES
	(1, 1795620455695, 'command line', 'person.set_admin', '@anna133c900a:test.local', 'false', 'true'),
	(2, 1795620459999, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795620461623, '@anna133c900a:test.local', 'announcement.create', '1795620461623615', NULL, '{"body":"We move soon","people":["@cho15befcb2:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!utOQerOtqRwqUzTlFr:test.local', '$1SsWdJGfTK0u8cGg77idzZi0qDhQyiEN0xKCY-4IQqI', '@bo145f0ab8:test.local', 'main', 86400000, 0, 1796225256454);
INSERT INTO public.burn_timers VALUES
	('!utOQerOtqRwqUzTlFr:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo145f0ab8:test.local', 'master', 'K2oLvzNoyjRz2esX4SqjAQ+hlwrz89n/urQs2wnOTog', '\x7b22757365725f6964223a2240626f31343566306162383a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a4b326f4c767a4e6f796a527a326573583453716a41512b686c77727a38396e2f7572517332776e4f546f67223a224b326f4c767a4e6f796a527a326573583453716a41512b686c77727a38396e2f7572517332776e4f546f67227d7d'),
	('@bo145f0ab8:test.local', 'self_signing', 'mhq0CgX9FGD25WU7JPAMsLYoStPcKERygemd4h4ibL0', '\x7b22757365725f6964223a2240626f31343566306162383a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a6d6871304367583946474432355755374a50414d734c596f537450634b45527967656d6434683469624c30223a226d6871304367583946474432355755374a50414d734c596f537450634b45527967656d6434683469624c30227d2c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a4b326f4c767a4e6f796a527a326573583453716a41512b686c77727a38396e2f7572517332776e4f546f67223a2269537146674c315676422f426b6f31333348326957344c6544436a704d6e6a7144316d485265552f5471552f49527a66744b31586b5963737362784c575736636f37686565764f614b4939594a6b484f396355394467227d7d7d'),
	('@bo145f0ab8:test.local', 'user_signing', 'MNdmkaqQknAkmXQaq+Ct70XRVnF5Wc6BPfBXpXVS+lE', '\x7b22757365725f6964223a2240626f31343566306162383a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a4d4e646d6b6171516b6e416b6d585161712b437437305852566e46355763364250664258705856532b6c45223a224d4e646d6b6171516b6e416b6d585161712b437437305852566e46355763364250664258705856532b6c45227d2c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a4b326f4c767a4e6f796a527a326573583453716a41512b686c77727a38396e2f7572517332776e4f546f67223a222b787070575046344e3546654c6855516f75356e47616d704851764d397543544e4a446a724e35617a6a35535a3661722f636345663062644b332f5843517a33524e42646b48577a4f36494168716a6b62724a624167227d7d7d');
INSERT INTO public.cursors VALUES
	('search', 56),
	('push', 71),
	('burn', 71),
	('activity', 56);
INSERT INTO public.device_keys VALUES
	('@bo145f0ab8:test.local', 'TRIHR0FCR9', '\x7b22757365725f6964223a2240626f31343566306162383a746573742e6c6f63616c222c226465766963655f6964223a2254524948523046435239222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a54524948523046435239223a22702b67356c7638447863572f2f42384c62616b45645737716c7a754d2b63626e4f7548584b7a6d48553767222c22637572766532353531393a54524948523046435239223a2273566237485a4679564e6d656f4f396c58762f454666333731646e3333417161466730534735584e557751227d2c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a54524948523046435239223a22514d696f6749436232686e6347767a4649756958376453694150432f2f5343386f7a452f76797a6b6a43566d4c4c585a3447466b38627176396c46307872564d4d6c5a4954704d3647414c7a346e4c74765538474441227d7d7d');
INSERT INTO public.devices VALUES
	('@anna133c900a:test.local', 'VT1PJM7A4M', NULL, 1795620456145, '127.0.0.1', 0),
	('@bo145f0ab8:test.local', 'TRIHR0FCR9', NULL, 1795620456187, '127.0.0.1', 0),
	('@cho15befcb2:test.local', 'JIRDPTBWOJ', NULL, 1795620456419, '127.0.0.1', 0),
	('@cho15befcb2:test.local', 'QSENWGXCF0', NULL, 1795620456588, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$AMQpggZyqhErYLeZdAsKuq1ydStayhP_B5m4lTiDuME', 3),
	('$LcVkNe7JvYRd1D-aU03Np0vghmE4L9KG41QJV02hbXk', 4),
	('$ApIXrjsZEUzSVfSXBF7ocfUbi7NstrjXsES1dc9hvrc', 5),
	('$IfCG3pfwARxEMCqxi5eo8ceSc_n_24TV9SQUNDo60DU', 6),
	('$ON8Djxk56kNDmOhU_iWF9BjQlo4AkzAIuPKgw5Zokqc', 7),
	('$EUGPRj3yCAVlz5xhffDZ_mu8iNxT960ngxt3dvKjEIY', 8),
	('$pkOk7NrkavgdU8psT-dOSpkrVBnNJWaLEWbnPXtcFQs', 9),
	('$TgEvJFIdbb4aHfR1FalRRY5lbBpeNyPvTfpiJW96UTE', 10),
	('$OkV-AvJPb4ZprSAtNcw1tYWdyq2E2zvQHDTD672FLos', 11),
	('$3UVQs6TVvvc3fzkWk2APzf9GvzyiYu2clPYHMoAHqf0', 14),
	('$JNJ0XhbSoDglZf0JKu3QZYHpcI9haQRHXGB-W_YGM18', 16),
	('$-rBLJxYl3YQd-eVA82N_a6CQkuEqawpMg22Fq062oUw', 17),
	('$suv22u0n68lOcdU6xSG20UuG8jCAFbRxWU9XkhjGOEY', 18),
	('$94YSql6523Ba4q7faQ60HPdXIUXVwDHjwMroaYVGIsY', 19),
	('$y8PECWqI-CGKQHkWqb7P57gAIB8XAy6-hjycMJCXhZc', 20),
	('$boYHVgEx33_FVcu172azKwGeucplsUs69mvP98I5nAc', 21),
	('$WEWdZxU6FtBUWTWfD3uJLiVfWMQrqMmQe8wX8xgnWLE', 22),
	('$CcosbGl31iQbUJx_1FVY-SXdJjYhR3-d2QYS5GIm4eM', 23),
	('$uLCnDzi_MO-Gz89rmUPN-mR8ZJj03KZd5I2iLwENjEs', 24),
	('$8obgoA95WLGxU8h4hNYwOic9MPd0G9_JHQAXc5r6o3w', 25),
	('$Xzi10mJcWNUDUFoo0dxcz4zwo-PyNL-R5Lk4VpJk6GE', 26),
	('$v6okXBhsVfNwJ0rLJPM0LressrRNnhQ0IzD7D9LbfWs', 27),
	('$af0TGrHie7_BDphdTYMD4fe-8Y9nyuHFJDKYq-jER1s', 28),
	('$7Mz7uszcr4FuRkr5-O8TapicBez0sL87nW-umIiPh1A', 29),
	('$P9PmXXJd5hbMR112sVT2Ij3cYVdDieup9O-0S-47jPA', 30),
	('$3L7OaMYv8H81_mNcAInqTt11KF-yaWe99EMYveqRvlI', 31),
	('$KDElVeW3vV7HFbraSFBqrqSNq2-UbNpIpM6FQY5sTIc', 33),
	('$BPbwU01XMJxsW-bQYF-a3yvR8R3YP3M04auMiTEL8iE', 34),
	('$vdr6Nf3gBriNPqtxXwoBVvOay2JsWNgzrIg90Pmv9NY', 35),
	('$sah7Nq-MSMz5gR_gBOGgkrklgnkeqQEwT69pg_1lPEk', 36),
	('$wP_F1kJmcVKmlNI3LWNNpDIqEWrfhzuGx8eOL5vW33I', 37),
	('$LUDfBcqc1HNCnsJ141SqoApD-SrTOED21DyTu9j8QPA', 38),
	('$zBwL4MuJUsq62fZSPoaVbNioUMV0z4_rP02Wzu_3lj4', 39),
	('$7wp3MAuEGXH1SdTK_XuzGqT_K0e8hbIhANogdU2EyzQ', 41),
	('$nQLwfeVVy5cE5DmfgJUC3Jo3XIiMiKMuQUD37UDJq0M', 43),
	('$sCe1B3-b_dIDYeaGukbQWzWVNrfL-OOHL-B462RrSxY', 44),
	('$cIY3jU_QQd0qFtte8c90NrJqkyQjUqFbjhJ1TpozAYY', 46),
	('$1SsWdJGfTK0u8cGg77idzZi0qDhQyiEN0xKCY-4IQqI', 47),
	('$P8nhJLNtLfMA4B8hWpBiYyErTcKOLOT-OjMgEVV7vS8', 55),
	('$wc_9WQ2GHtdVeSW54R5cGe9WOOuW4keNbVjAcuHsBhs', 58),
	('$83cFtvLqHUF6DFFs8CATd104JUV_wcLUGbL52gKbLGw', 59),
	('$CKexUFTjHUQwmGn0RTf77lSiavhRh2ucSSe0E0nppTs', 60),
	('$0fa-MypYf1H_mlelbQj2P3NsMYQRXgPE7XKVHbmCQh4', 61),
	('$3jKc47ddTszYQxxZ5U7xGp3A_sBAPLqBPKXTOTYIuAA', 62),
	('$XDAyV3aj9ap1zUBDheTygAaxjcl-wqTJ-itzJDbEu0s', 63),
	('$ZrLITGkP95qH0j3lVr64azT8n34n-tS3LFRGH-C4Ymc', 64),
	('$ttreGSDcHC4N3VsBh7UeULHTPusxkW08NIdAKW0NNts', 65),
	('$z5x9XnuqK2S3d3z--h83jEFqcOo0RjGyR0ZFfYpexa0', 69),
	('$XUw8E3rRV0yHTpwbuT6lDmZY1GOpj4vsf2qF6_nPHzY', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo145f0ab8:test.local', 'TRIHR0FCR9', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a2262544751473530444836533267495548715132694f434751393330342f3173793965307862585854396b77222c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a54524948523046435239223a226236396855667a6f6b7762766e766f5433316559334449517247517469376c524c7a426a64626f787a73586364732f676372567844393052595270552b356d6453324a4b384e782f444a326e773564786d5a74774167227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna133c900a:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo145f0ab8:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo145f0ab8:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo145f0ab8:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
INSERT INTO public.leases VALUES
	('burning', '', 1),
	('follower activity', '', 1),
	('full rate buckets', '', 1),
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
	(2, 1, 'account', 'account/@anna133c900a:test.local', 0, '\x7b7d', NULL),
	(3, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a22687052724879656748663835385874304e4b786239694b346e326b64666c727a77716c7157765a396e4951227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45225d2c226465707468223a322c22686173686573223a7b22736861323536223a2268443061716c56673054444567596c6e76504f763550753759747852766352486277517846474b4b725041227d2c22707265765f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45225d7d7d'),
	(5, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333363393030613a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a332c22686173686573223a7b22736861323536223a226f732f435456634762534c6968614f66414f59666e57704a335466715a494d4632633953662f416e55444d227d2c22707265765f6576656e7473223a5b22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d7d7d'),
	(6, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131363961336131653a746573742e6c6f63616c227d2c226576656e745f6964223a22244966434733706677415278454d4371786935656f38636553635f6e5f32345456395351554e446f36304455222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a342c22686173686573223a7b22736861323536223a226a5034506d63355a434f52432b39466f6948576f597959335074417a315036463152465846343962544d38227d2c22707265765f6576656e7473223a5b222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263225d7d7d'),
	(7, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a352c22686173686573223a7b22736861323536223a22595932776456465346324f4f385661315866377a4a364a7a6d546f59384c6c4f594d485343495953772b67227d2c22707265765f6576656e7473223a5b22244966434733706677415278454d4371786935656f38636553635f6e5f32345456395351554e446f36304455225d7d7d'),
	(8, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a222445554750526a33794341566c7a3578686666445a5f6d7538694e78543936306e6778743364764b6a454959222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a362c22686173686573223a7b22736861323536223a225875414a4e343245423764317863436e7952754c4d4854436c58613457373832575a4f62364e4e4d397a38227d2c22707265765f6576656e7473223a5b22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163225d7d7d'),
	(9, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a2224706b4f6b374e726b6176676455387073542d644f53706b7256426e4e4a57614c4557626e50587463465173222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a372c22686173686573223a7b22736861323536223a22786e5651595a59675439576877716e7667412f34575053416e58697177515a4e372b61596c487746676563227d2c22707265765f6576656e7473223a5b222445554750526a33794341566c7a3578686666445a5f6d7538694e78543936306e6778743364764b6a454959225d7d7d'),
	(10, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a2224546745764a464964626234614866523146616c525259356c624270654e795076546670694a573936555445222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a382c22686173686573223a7b22736861323536223a225351452b4b524a725a78536e3431424c6b6656647871715646564c302b656e617a6d53424444684e6c3638227d2c22707265765f6576656e7473223a5b2224706b4f6b374e726b6176676455387073542d644f53706b7256426e4e4a57614c4557626e50587463465173225d7d7d'),
	(11, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244f6b562d41764a5062345a70725341744e6377317459576479713245327a765148445444363732464c6f73222c226f726967696e5f7365727665725f7473223a313739353632303435363135372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b222c22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163225d2c226465707468223a392c22686173686573223a7b22736861323536223a22523041494853334455496e414e574e4a3745553039794357514e6c7a38763834515268477439356f426c59227d2c22707265765f6576656e7473223a5b2224546745764a464964626234614866523146616c525259356c624270654e795076546670694a573936555445225d7d7d'),
	(14, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630222c226f726967696e5f7365727665725f7473223a313739353632303435363138372c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244f6b562d41764a5062345a70725341744e6377317459576479713245327a765148445444363732464c6f73222c22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163225d2c226465707468223a31302c22686173686573223a7b22736861323536223a226c6550374d543245736d625a57696b457a6569564f45347258374974754d586d6e3542532f7948386a5a4d227d2c22707265765f6576656e7473223a5b22244f6b562d41764a5062345a70725341744e6377317459576479713245327a765148445444363732464c6f73225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244f6b562d41764a5062345a70725341744e6377317459576479713245327a765148445444363732464c6f73227d7d'),
	(15, 4, 'membership', 'membership/!gARchxUEhrcdaSlKhH:test.local', 0, '\x7b22726f6f6d5f6964223a222167415263687855456872636461536c4b68483a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244a4e4a30586862536f44676c5a66304a4b7533515a59487063493968615152485847422d575f59474d3138222c226f726967696e5f7365727665725f7473223a313739353632303435363231372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31312c22686173686573223a7b22736861323536223a22786b374b5946564b50756f4d2f664369724b6763394c4c633353312f53397a4b7335466672707155727a49227d2c22707265765f6576656e7473223a5b2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2030227d'),
	(56, 2, 'membership', 'membership/!gARchxUEhrcdaSlKhH:test.local', 0, '\x7b22726f6f6d5f6964223a222167415263687855456872636461536c4b68483a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22243066612d4d7970596631485f6d6c656c62516a3250334e734d5951525867504537584b5648626d43516834222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a342c22686173686573223a7b22736861323536223a226c444e6d45626c685748582f58334f4241634141444d39534e3241586f6a483158326a34694164734a4a41227d2c22707265765f6576656e7473223a5b2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22242d72424c4a78596c335951642d65564138324e5f613643516b7545716177704d67323246713036326f5577222c226f726967696e5f7365727665725f7473223a313739353632303435363232382c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31322c22686173686573223a7b22736861323536223a224b4d4e4d636f636c33584961716f6930415733555548563830324a537062504a58706865704f777a6c6559227d2c22707265765f6576656e7473223a5b22244a4e4a30586862536f44676c5a66304a4b7533515a59487063493968615152485847422d575f59474d3138225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2031227d'),
	(18, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224737576323275306e36386c4f636455367853473230557547386a434146625278575539586b686a474f4559222c226f726967696e5f7365727665725f7473223a313739353632303435363234382c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31332c22686173686573223a7b22736861323536223a22464c584a59354a51506833625a523246677a45573438493451674d34664f4978476b4b772b5a73744a7a45227d2c22707265765f6576656e7473223a5b22242d72424c4a78596c335951642d65564138324e5f613643516b7545716177704d67323246713036326f5577225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2032227d'),
	(19, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222439345953716c363532334261347137666151363048506458495558567744486a774d726f61595647497359222c226f726967696e5f7365727665725f7473223a313739353632303435363236372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31342c22686173686573223a7b22736861323536223a22387656526f545961516377747a7049317148776936417350616b6c7635696a314557667351533948302f63227d2c22707265765f6576656e7473223a5b2224737576323275306e36386c4f636455367853473230557547386a434146625278575539586b686a474f4559225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2033227d'),
	(20, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222479385045435771492d43474b51486b577162375035376741494238584179362d686a79634d4a4358685a63222c226f726967696e5f7365727665725f7473223a313739353632303435363237302c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31352c22686173686573223a7b22736861323536223a22466f65783639386e3748626175715857726a68585a584b76625a546c464b6e73626e616235374c74664349227d2c22707265765f6576656e7473223a5b222439345953716c363532334261347137666151363048506458495558567744486a774d726f61595647497359225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2034227d'),
	(21, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224626f59485667457833335f46566375313732617a4b7747657563706c73557336396d7650393849356e4163222c226f726967696e5f7365727665725f7473223a313739353632303435363237342c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31362c22686173686573223a7b22736861323536223a22794d61416c395674324d374c5670614b574e54357332393671346c41324179315448457579654e574d6b38227d2c22707265765f6576656e7473223a5b222479385045435771492d43474b51486b577162375035376741494238584179362d686a79634d4a4358685a63225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2035227d'),
	(22, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224574557645a78553646744255575457664433754a4c695666574d5172714d6d51653877583878676e574c45222c226f726967696e5f7365727665725f7473223a313739353632303435363238372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31372c22686173686573223a7b22736861323536223a226b6e32634a584c636d304968346e44614578626a39673741376a34322f456f515a6e4378356e6658555138227d2c22707265765f6576656e7473223a5b2224626f59485667457833335f46566375313732617a4b7747657563706c73557336396d7650393849356e4163225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2036227d'),
	(23, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222443636f7362476c3331695162554a785f314656592d5358644a6a596852332d64325159533547496d34654d222c226f726967696e5f7365727665725f7473223a313739353632303435363239342c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31382c22686173686573223a7b22736861323536223a22344b345838304451334b6b68316b76714256627332627435456e664b412f776b674352757866734c6c6263227d2c22707265765f6576656e7473223a5b2224574557645a78553646744255575457664433754a4c695666574d5172714d6d51653877583878676e574c45225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2037227d'),
	(24, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224754c436e447a695f4d4f2d477a3839726d55504e2d6d52385a4a6a30334b5a64354932694c77454e6a4573222c226f726967696e5f7365727665725f7473223a313739353632303435363330302c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a31392c22686173686573223a7b22736861323536223a2237584430456e4e4e6d4e76637a496c753434647656486e74373874474f5478502f38566a522f66654a5130227d2c22707265765f6576656e7473223a5b222443636f7362476c3331695162554a785f314656592d5358644a6a596852332d64325159533547496d34654d225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2038227d'),
	(25, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224386f62676f413935574c477855386834684e59774f6963394d50643047395f4a48514158633572366f3377222c226f726967696e5f7365727665725f7473223a313739353632303435363331322c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a32302c22686173686573223a7b22736861323536223a2264576b71352b5a695872764a46316b7852344c6832784377736b49616f6f337a5563634f3637566b674b30227d2c22707265765f6576656e7473223a5b2224754c436e447a695f4d4f2d477a3839726d55504e2d6d52385a4a6a30334b5a64354932694c77454e6a4573225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e2039227d'),
	(26, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224587a6931306d4a63574e554455466f6f306478637a347a776f2d50794e4c2d52354c6b3456704a6b364745222c226f726967696e5f7365727665725f7473223a313739353632303435363331372c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a32312c22686173686573223a7b22736861323536223a22367a492b443832787749572f6f686d316142616c546f654d6d6a6a347345594177436656706b6469505763227d2c22707265765f6576656e7473223a5b2224386f62676f413935574c477855386834684e59774f6963394d50643047395f4a48514158633572366f3377225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e203130227d'),
	(27, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222476366f6b5842687356664e774a30724c4a504d304c7265737372524e6e685130497a443744394c62665773222c226f726967696e5f7365727665725f7473223a313739353632303435363332302c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b225d2c226465707468223a32322c22686173686573223a7b22736861323536223a226c396235417539536e6f31524a4f53755678395676624a447a6864794f654a70544f663361594f366c6b4d227d2c22707265765f6576656e7473223a5b2224587a6931306d4a63574e554455466f6f306478637a347a776f2d50794e4c2d52354c6b3456704a6b364745225d7d2c22646576696365223a2240616e6e6131333363393030613a746573742e6c6f63616c2f565431504a4d3741344d222c2274786e223a2274786e203131227d'),
	(29, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173227d2c226576656e745f6964223a2224374d7a3775737a6372344675526b72352d4f38546170696342657a30734c38376e572d756d496950683141222c226f726967696e5f7365727665725f7473223a313739353632303435363334332c2272656461637473223a2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173222c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d2c226465707468223a32342c22686173686573223a7b22736861323536223a226c6e5a773552574b47704e556a663836627a504b386158346c6b476a784a644c38414b4d49645847635430227d2c22707265765f6576656e7473223a5b2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3138303863393661227d'),
	(28, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173222c226f726967696e5f7365727665725f7473223a313739353632303435363332352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b222476366f6b5842687356664e774a30724c4a504d304c7265737372524e6e685130497a443744394c62665773225d2c22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d2c22686173686573223a7b22736861323536223a226b55352f673736563638644b58414c58312f557859426a673230352b467a716774554d66413058686c636f227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173227d2c226576656e745f6964223a2224374d7a3775737a6372344675526b72352d4f38546170696342657a30734c38376e572d756d496950683141222c226f726967696e5f7365727665725f7473223a313739353632303435363334332c2272656461637473223a2224616630544772486965375f424470686454594d443466652d3859396e797548464a444b59712d6a45523173222c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a222167415263687855456872636461536c4b68483a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3137376539613038222c227265646163746564223a747275657d'),
	(30, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a22244a4e4a30586862536f44676c5a66304a4b7533515a59487063493968615152485847422d575f59474d3138222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a22245039506d58584a643568624d5231313273565432496a33635956644469657570394f2d30532d34376a5041222c226f726967696e5f7365727665725f7473223a313739353632303435363336372c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d2c226465707468223a32352c22686173686573223a7b22736861323536223a22504e646f336646506b4b552f45756d51416e6141686e6b6b656d355565396247555534312b4f7a6944476b227d2c22707265765f6576656e7473223a5b2224374d7a3775737a6372344675526b72352d4f38546170696342657a30734c38376e572d756d496950683141225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3139363732393462227d'),
	(31, 3, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a22244a4e4a30586862536f44676c5a66304a4b7533515a59487063493968615152485847422d575f59474d3138222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224334c374f614d5976384838315f6d4e6341496e71547431314b462d796157653939454d5976657152766c49222c226f726967696e5f7365727665725f7473223a313739353632303435363337322c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d2c226465707468223a32362c22686173686573223a7b22736861323536223a22696b694e6b356762326c5269352f373269307854347a75445a52453376452f4e373676796d4a3036436249227d2c22707265765f6576656e7473223a5b22245039506d58584a643568624d5231313273565432496a33635956644469657570394f2d30532d34376a5041225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3230663334363835222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo145f0ab8:test.local/', 0, '\x5b226d2e72656164222c2240626f31343566306162383a746573742e6c6f63616c222c2224626f59485667457833335f46566375313732617a4b7747657563706c73557336396d7650393849356e4163222c313739353632303435363339342c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a222f7459495264774e5a594455392f677171723177572b4b537a7278754432314c62644d376f447655414c67227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963225d2c226465707468223a322c22686173686573223a7b22736861323536223a2248374d5538304f72796646774e4f6551425857582f52786e6d6672304c346e5964706f436271454761736f227d2c22707265765f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31343566306162383a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a332c22686173686573223a7b22736861323536223a222f65584556476a37377730447850723046526259666179457748725644366f427031416a5a76777a624e59227d2c22707265765f6576656e7473223a5b222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a2224736168374e712d4d534d7a3567525f67424f47676b726b6c676e6b657151457754363970675f316c50456b222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a342c22686173686573223a7b22736861323536223a2255372f4357344c54675968756d3250696b4c77584547666d46514a6f6b35504f6f422b463554614a643345227d2c22707265765f6576656e7473223a5b2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a222477505f46316b4a6d63564b6d6c4e49334c574e4e7044497145577266687a75477838654f4c357657333349222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a352c22686173686573223a7b22736861323536223a224f5164655a504365302f4e3449444a7750384831306679414e4831502f5275426d346d4336706a30383277227d2c22707265765f6576656e7473223a5b2224736168374e712d4d534d7a3567525f67424f47676b726b6c676e6b657151457754363970675f316c50456b225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22244c5544664263716331484e436e734a31343153716f4170442d5372544f4544323144795475396a38515041222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a362c22686173686573223a7b22736861323536223a22504f59716d74363663677a6b696635597465705477727439706471443554536b642b31324973694e4c614d227d2c22707265765f6576656e7473223a5b222477505f46316b4a6d63564b6d6c4e49334c574e4e7044497145577266687a75477838654f4c357657333349225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a22247a42774c344d754a5573713632665a53506f6156624e696f554d56307a345f72503032577a755f336c6a34222c226f726967696e5f7365727665725f7473223a313739353632303435363430352c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a372c22686173686573223a7b22736861323536223a22726e4d44576259784b4a714164684750564b6e4c64354f4c505a2b443144466c514a63325233676d414163227d2c22707265765f6576656e7473223a5b22244c5544664263716331484e436e734a31343153716f4170442d5372544f4544323144795475396a38515041225d7d7d'),
	(40, 4, 'membership', 'membership/!utOQerOtqRwqUzTlFr:test.local', 0, '\x7b22726f6f6d5f6964223a222175744f5165724f7471527771557a546c46723a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224377770334d417545475848315364544b5f58757a4771545f4b30653868624968414e6f6764553245797a51222c226f726967696e5f7365727665725f7473223a313739353632303435363432302c2273656e646572223a224063686f31356265666362323a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356265666362323a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c2224736168374e712d4d534d7a3567525f67424f47676b726b6c676e6b657151457754363970675f316c50456b225d2c226465707468223a382c22686173686573223a7b22736861323536223a222f3645584134474a347342757055455444693859706d6e4d4a49564f3970336977376d39504d4c2f686430227d2c22707265765f6576656e7473223a5b22247a42774c344d754a5573713632665a53506f6156624e696f554d56307a345f72503032577a755f336c6a34225d7d7d'),
	(42, 7, 'membership', 'membership/!utOQerOtqRwqUzTlFr:test.local', 0, '\x7b22726f6f6d5f6964223a222175744f5165724f7471527771557a546c46723a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246e514c77666556567935634535446d66674a5543334a6f335849694d694b4d75515544333755444a71304d222c226f726967696e5f7365727665725f7473223a313739353632303435363432372c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a392c22686173686573223a7b22736861323536223a2232626e6e55514c382f6d57722b6c5772597752684141595769563564633275676c367a484f365055365163227d2c22707265765f6576656e7473223a5b2224377770334d417545475848315364544b5f58757a4771545f4b30653868624968414e6f6764553245797a51225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3231663032333636227d'),
	(44, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22247343653142332d625f64494459656147756b6251577a57564e72664c2d4f4f484c2d423436325272537859222c226f726967696e5f7365727665725f7473223a313739353632303435363433352c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356265666362323a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b222c22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163225d2c226465707468223a32372c22686173686573223a7b22736861323536223a225456634a414a644e567a554f4857314b45726a685930596b2b336b766832454f54436a65623059304e3773227d2c22707265765f6576656e7473223a5b2224334c374f614d5976384838315f6d4e6341496e71547431314b462d796157653939454d5976657152766c49225d7d7d'),
	(45, 7, 'membership', 'membership/!gARchxUEhrcdaSlKhH:test.local', 0, '\x7b22726f6f6d5f6964223a222167415263687855456872636461536c4b68483a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a2224634959336a555f515164307146747465386339304e724a716b79516a557146626a684a3154706f7a415959222c226f726967696e5f7365727665725f7473223a313739353632303435363433382c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a31302c22686173686573223a7b22736861323536223a2238786d4b4d713934727a4f334f4e55424a492f457575353144464e314c4a31792b324c6166487733685730227d2c22707265765f6576656e7473223a5b22246e514c77666556567935634535446d66674a5543334a6f335849694d694b4d75515544333755444a71304d225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222431537357644a4766544b307538634767373769647a5a6930714468517969454e30784b43592d3449517149222c226f726967696e5f7365727665725f7473223a313739353632303435363435322c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22244b44456c566557337656374846627261534642717271534e71322d55624e7049704d364651593573544963222c2224766472364e6633674272694e5071747858776f4256764f6179324a73574e677a7249673930506d76394e59222c222442506277553031584d4a7873572d625159462d61337976523852335950334d303461754d6954454c386945225d2c226465707468223a31312c22686173686573223a7b22736861323536223a22523544597059345064587131417042434d5a4e356b49695a4a596b6b4d4a583237422f667648352b376830227d2c22707265765f6576656e7473223a5b2224634959336a555f515164307146747465386339304e724a716b79516a557146626a684a3154706f7a415959225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3232323764626633227d'),
	(49, 1, 'key_counts', 'key_counts/@bo145f0ab8:test.local/TRIHR0FCR9', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo145f0ab8:test.local', 0, '\x7b7d', NULL),
	(51, 2, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 2, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333363393030613a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333363393030613a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna133c900a:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna133c900a:test.local', 0, '\x7b7d', NULL),
	(55, 3, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222450386e684a4c4e744c664d4134423868577042695979457254634b4f4c4f542d4f6a4d6745565637765338222c226f726967696e5f7365727665725f7473223a313739353632303436303835312c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b222c22244f4e38446a786b35366b4e446d4f68555f69574639426a516c6f34416b7a414975504b6777355a6f6b7163225d2c226465707468223a32382c22686173686573223a7b22736861323536223a224e7375593334516559586136782b56414a6776505a36646d3565734d3753655455613150766e6551744e67227d2c22707265765f6576656e7473223a5b22247343653142332d625f64494459656147756b6251577a57564e72664c2d4f4f484c2d423436325272537859225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244c63566b4e65374a7659526431442d615530334e70307667686d45344c394b473431514a5630326862586b227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a224d754f316b5155557068314867585a2f464f495553726f5859505a4d6c56624d346e4563654d396b486f59227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873225d2c226465707468223a322c22686173686573223a7b22736861323536223a2267394a6c377334614846594a706d3551724238354d3245562f4a4a423977774a2b6d304a4f465a67595030227d2c22707265765f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873225d7d7d'),
	(60, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a332c22686173686573223a7b22736861323536223a22513865596f526b7467712b6430445176586558744f39355046544d4954336c667931737974544e31587830227d2c22707265765f6576656e7473223a5b22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d7d7d'),
	(62, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224336a4b633437646454737a595178785a35553778477033415f734241504c7142504b58544f545949754141222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a352c22686173686573223a7b22736861323536223a2265696c596357497534724a464550526335525975317867374d6f4f5556562f357633733844504c6e62416f227d2c22707265765f6576656e7473223a5b22243066612d4d7970596631485f6d6c656c62516a3250334e734d5951525867504537584b5648626d43516834225d7d7d'),
	(63, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a2224584441795633616a396170317a55424468655479674161786a636c2d7771544a2d69747a4a446245753073222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a362c22686173686573223a7b22736861323536223a22676451674e6a6376733056304f5a6f4c42492b78646b3939617368514431476a71346959797175386c4b45227d2c22707265765f6576656e7473223a5b2224336a4b633437646454737a595178785a35553778477033415f734241504c7142504b58544f545949754141225d7d7d'),
	(64, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a22245a724c4954476b5039357148306a336c56723634617a54386e33346e2d7453334c465247482d4334596d63222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a372c22686173686573223a7b22736861323536223a225539475156395437726e574d4c387065516b586256515631364465784c535662354b7a306a65707161546b227d2c22707265765f6576656e7473223a5b2224584441795633616a396170317a55424468655479674161786a636c2d7771544a2d69747a4a446245753073225d7d7d'),
	(65, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222474747265475344634843344e3356734268375565554c4854507573786b5730384e4964414b57304e4e7473222c226f726967696e5f7365727665725f7473223a313739353632303436313634382c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31356265666362323a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777222c22243066612d4d7970596631485f6d6c656c62516a3250334e734d5951525867504537584b5648626d43516834225d2c226465707468223a382c22686173686573223a7b22736861323536223a2249396c49566d7a446d4259564c6d5141775a5662704162666e384a454a4852727a7548334d304a39383967227d2c22707265765f6576656e7473223a5b22245a724c4954476b5039357148306a336c56723634617a54386e33346e2d7453334c465247482d4334596d63225d7d7d'),
	(66, 10, 'membership', 'membership/!BiiKuZwUwQCMVfVwtv:test.local', 0, '\x7b22726f6f6d5f6964223a22214269694b755a77557751434d5666567774763a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!BiiKuZwUwQCMVfVwtv:test.local', 0, '\x7b22726f6f6d5f6964223a22214269694b755a77557751434d5666567774763a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!BiiKuZwUwQCMVfVwtv:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22247a357839586e75714b32533364337a2d2d6838336a454671634f6f30526a477952305a4666597065786130222c226f726967696e5f7365727665725f7473223a313739353632303436313637312c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222477635f3957513247487464566553573534523563476539574f4f7557346b654e62566a4163754873426873222c2224434b65785546546a485551776d476e3052546637376c536961766852683275635353653045306e70705473222c22243833634674764c71485546364446467338434154643130344a55565f77634c5547624c3532674b624c4777225d2c226465707468223a392c22686173686573223a7b22736861323536223a224e367a734a4746624d594432692b6a5a664743314b5a4c454f5a486b6276627656702b347875474d6a4e38227d2c22707265765f6576656e7473223a5b222474747265475344634843344e3356734268375565554c4854507573786b5730384e4964414b57304e4e7473225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31356265666362323a746573742e6c6f63616c227d'),
	(70, 3, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224585577384533725256307948547077627554366c446d5a5931474f706a34767366327146365f6e50487a59222c226f726967696e5f7365727665725f7473223a313739353632303436313831332c2273656e646572223a2240626f31343566306162383a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224414d517067675a7971684572594c655a6441734b75713179645374617968505f42356d346c546944754d45222c222441704958726a735a45557a53566653584246376f6366556269374e7374726a587345533164633968767263222c2224335556517336545676766333667a6b576b3241507a663947767a7969597532636c5059484d6f4148716630225d2c226465707468223a32392c22686173686573223a7b22736861323536223a2239464142415a43436266442b584a41535667783937753646446a7934354d634a6f57713366796b484f6f55227d2c22707265765f6576656e7473223a5b222450386e684a4c4e744c664d4134423868577042695979457254634b4f4c4f542d4f6a4d6745565637765338225d7d2c22646576696365223a2240626f31343566306162383a746573742e6c6f63616c2f54524948523046435239222c2274786e223a2274786e3233323634373463227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!gARchxUEhrcdaSlKhH:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('5hZJFd6H7csvpXRAxh6657Be', '@anna133c900a:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795620460643, 1795706860643, 0);
INSERT INTO public.memberships VALUES
	('@bo145f0ab8:test.local', '!gARchxUEhrcdaSlKhH:test.local', 'join', 14, 0),
	('@bo145f0ab8:test.local', '!utOQerOtqRwqUzTlFr:test.local', 'join', 34, 0),
	('@cho15befcb2:test.local', '!utOQerOtqRwqUzTlFr:test.local', 'join', 41, 0),
	('@cho15befcb2:test.local', '!gARchxUEhrcdaSlKhH:test.local', 'invite', 44, 0),
	('@anna133c900a:test.local', '!gARchxUEhrcdaSlKhH:test.local', 'join', 55, 0),
	('@_notices:test.local', '!BiiKuZwUwQCMVfVwtv:test.local', 'join', 59, 0),
	('@cho15befcb2:test.local', '!BiiKuZwUwQCMVfVwtv:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15befcb2:test.local', '!BiiKuZwUwQCMVfVwtv:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo145f0ab8:test.local', 'TRIHR0FCR9', 'signed_curve25519', 'A', '\x7b226b6579223a223053436849475064642f45757763474b7a59796c5a56524855626c7447387a342b692f5a333536466a3638222c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a54524948523046435239223a22415144694f70307a30555332774a2b6c6656447345527278544a4d6959743943516b5a4a762f6954566f37424d454f66424f456e344d5544315755797333315639536c646e3874537649365548494e586d694e6c4467227d7d7d'),
	(2, '@bo145f0ab8:test.local', 'TRIHR0FCR9', 'signed_curve25519', 'B', '\x7b226b6579223a22354f3979656438634c774f5a477062564552344f7539686b526e634f696e6f4241416f635a465959414555222c227369676e617475726573223a7b2240626f31343566306162383a746573742e6c6f63616c223a7b22656432353531393a54524948523046435239223a22315730544d504a6c447736616a524b62586939716d7a544e4850637158433173507a6465414c3935614757472f31555874704549426576516a72757a5a6c317175574e754c3247384d4b796b48413643682f346e4377227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo145f0ab8:test.local', '
bo145f0ab8
', '
bo145f0ab8:test.local
'),
	('@cho15befcb2:test.local', '
cho15befcb2
', '
cho15befcb2:test.local
'),
	('@anna133c900a:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna133c900a
', '
anna133c900a:test.local
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
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna133c900a:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!utOQerOtqRwqUzTlFr:test.local', 1795620456405);
INSERT INTO public.push_pending VALUES
	('@anna133c900a:test.local', 'test', 'key', 0, '', 1795620460852),
	('@anna133c900a:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795620461815);
INSERT INTO public.push_rules VALUES
	('@anna133c900a:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna133c900a:test.local', 'VT1PJM7A4M', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795620460619, 52);
INSERT INTO public.refresh_tokens VALUES
	('863ad071c16e063233f4161d2874299604e7d8be06634aba8288eb5ce714bf79', '@cho15befcb2:test.local', 'QSENWGXCF0', '62c89772787915c763bc4e590845527ef9842857168022d2dbdcccf59d633d04', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795620459999);
INSERT INTO public.relations VALUES
	('$JNJ0XhbSoDglZf0JKu3QZYHpcI9haQRHXGB-W_YGM18', 30, '!gARchxUEhrcdaSlKhH:test.local', '$P9PmXXJd5hbMR112sVT2Ij3cYVdDieup9O-0S-47jPA', 'm.annotation', 'm.reaction', '@bo145f0ab8:test.local', '👍', 16),
	('$JNJ0XhbSoDglZf0JKu3QZYHpcI9haQRHXGB-W_YGM18', 31, '!gARchxUEhrcdaSlKhH:test.local', '$3L7OaMYv8H81_mNcAInqTt11KF-yaWe99EMYveqRvlI', 'm.thread', 'm.room.message', '@bo145f0ab8:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795620460860400, 1795620460860, '@anna133c900a:test.local', 'event', '$-rBLJxYl3YQd-eVA82N_a6CQkuEqawpMg22Fq062oUw', '!gARchxUEhrcdaSlKhH:test.local', '$-rBLJxYl3YQd-eVA82N_a6CQkuEqawpMg22Fq062oUw', '@anna133c900a:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22242d72424c4a78596c335951642d65564138324e5f613643516b7545716177704d67323246713036326f5577222c226f726967696e5f7365727665725f7473223a313739353632303435363232382c2273656e646572223a2240616e6e6131333363393030613a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.create', '', 3),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.member', '@anna133c900a:test.local', 4),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.power_levels', '', 5),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.canonical_alias', '', 6),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.join_rules', '', 7),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.history_visibility', '', 8),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.guest_access', '', 9),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.name', '', 10),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.member', '@bo145f0ab8:test.local', 11),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.member', '@bo145f0ab8:test.local', 14),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.create', '', 33),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.member', '@bo145f0ab8:test.local', 34),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.power_levels', '', 35),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.join_rules', '', 36),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.history_visibility', '', 37),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.guest_access', '', 38),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.topic', '', 39),
	('!utOQerOtqRwqUzTlFr:test.local', 'm.room.member', '@cho15befcb2:test.local', 41),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.member', '@cho15befcb2:test.local', 44),
	('!utOQerOtqRwqUzTlFr:test.local', 'im.laiwang.burn', '', 46),
	('!gARchxUEhrcdaSlKhH:test.local', 'm.room.member', '@anna133c900a:test.local', 55),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.create', '', 58),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.power_levels', '', 60),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.join_rules', '', 61),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.history_visibility', '', 62),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.guest_access', '', 63),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.name', '', 64),
	('!BiiKuZwUwQCMVfVwtv:test.local', 'm.room.member', '@cho15befcb2:test.local', 65);
INSERT INTO public.rooms VALUES
	('!utOQerOtqRwqUzTlFr:test.local', '11', 11, '$1SsWdJGfTK0u8cGg77idzZi0qDhQyiEN0xKCY-4IQqI', 47),
	('!BiiKuZwUwQCMVfVwtv:test.local', '11', 9, '$z5x9XnuqK2S3d3z--h83jEFqcOo0RjGyR0ZFfYpexa0', 69),
	('!gARchxUEhrcdaSlKhH:test.local', '11', 29, '$XUw8E3rRV0yHTpwbuT6lDmZY1GOpj4vsf2qF6_nPHzY', 70);
INSERT INTO public.schema_fingerprint VALUES
	('9922fe9e34c6d4d451519cf537d18f043a5bf57d6e0255e40e8535b423d54e9b');
INSERT INTO public.search_blocks VALUES
	(10, 3, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'user:@anna133c900a:test.local'),
	(3, 'room:!gARchxUEhrcdaSlKhH:test.local'),
	(4, 'user:@bo145f0ab8:test.local'),
	(5, 'receipts:!gARchxUEhrcdaSlKhH:test.local'),
	(6, 'room:!utOQerOtqRwqUzTlFr:test.local'),
	(7, 'user:@cho15befcb2:test.local'),
	(8, 'device_lists'),
	(9, 'room:!BiiKuZwUwQCMVfVwtv:test.local'),
	(10, 'user:@_notices:test.local'),
	(11, 'device:@bo145f0ab8:test.local/TRIHR0FCR9');
INSERT INTO public.transactions VALUES
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 0', '$JNJ0XhbSoDglZf0JKu3QZYHpcI9haQRHXGB-W_YGM18', 1795620456217),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 1', '$-rBLJxYl3YQd-eVA82N_a6CQkuEqawpMg22Fq062oUw', 1795620456228),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 2', '$suv22u0n68lOcdU6xSG20UuG8jCAFbRxWU9XkhjGOEY', 1795620456248),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 3', '$94YSql6523Ba4q7faQ60HPdXIUXVwDHjwMroaYVGIsY', 1795620456267),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 4', '$y8PECWqI-CGKQHkWqb7P57gAIB8XAy6-hjycMJCXhZc', 1795620456270),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 5', '$boYHVgEx33_FVcu172azKwGeucplsUs69mvP98I5nAc', 1795620456274),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 6', '$WEWdZxU6FtBUWTWfD3uJLiVfWMQrqMmQe8wX8xgnWLE', 1795620456287),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 7', '$CcosbGl31iQbUJx_1FVY-SXdJjYhR3-d2QYS5GIm4eM', 1795620456294),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 8', '$uLCnDzi_MO-Gz89rmUPN-mR8ZJj03KZd5I2iLwENjEs', 1795620456300),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 9', '$8obgoA95WLGxU8h4hNYwOic9MPd0G9_JHQAXc5r6o3w', 1795620456312),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 10', '$Xzi10mJcWNUDUFoo0dxcz4zwo-PyNL-R5Lk4VpJk6GE', 1795620456317),
	('@anna133c900a:test.local/VT1PJM7A4M', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn 11', '$v6okXBhsVfNwJ0rLJPM0LressrRNnhQ0IzD7D9LbfWs', 1795620456320),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn177e9a08', '$af0TGrHie7_BDphdTYMD4fe-8Y9nyuHFJDKYq-jER1s', 1795620456325),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'redact/!gARchxUEhrcdaSlKhH:test.local/$af0TGrHie7_BDphdTYMD4fe-8Y9nyuHFJDKYq-jER1s', 'txn1808c96a', '$7Mz7uszcr4FuRkr5-O8TapicBez0sL87nW-umIiPh1A', 1795620456343),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!gARchxUEhrcdaSlKhH:test.local/m.reaction', 'txn1967294b', '$P9PmXXJd5hbMR112sVT2Ij3cYVdDieup9O-0S-47jPA', 1795620456367),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn20f34685', '$3L7OaMYv8H81_mNcAInqTt11KF-yaWe99EMYveqRvlI', 1795620456372),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!utOQerOtqRwqUzTlFr:test.local/m.room.message', 'txn21f02366', '$nQLwfeVVy5cE5DmfgJUC3Jo3XIiMiKMuQUD37UDJq0M', 1795620456427),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!utOQerOtqRwqUzTlFr:test.local/m.room.message', 'txn2227dbf3', '$1SsWdJGfTK0u8cGg77idzZi0qDhQyiEN0xKCY-4IQqI', 1795620456452),
	('@_notices:test.local/', 'announcement/1795620461623615', '@cho15befcb2:test.local', '$z5x9XnuqK2S3d3z--h83jEFqcOo0RjGyR0ZFfYpexa0', 1795620461671),
	('@bo145f0ab8:test.local/TRIHR0FCR9', 'send/!gARchxUEhrcdaSlKhH:test.local/m.room.message', 'txn2326474c', '$XUw8E3rRV0yHTpwbuT6lDmZY1GOpj4vsf2qF6_nPHzY', 1795620461813),
	('@anna133c900a:test.local/VT1PJM7A4M', 'PUT /sendToDevice/m.test', 't24c53e6b', '', 1795620461826);
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
