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
	('868a6c1dc2a71c799953ec3070e2fe2c26de3edc69ac3f8426815fe3ee9a8558', '@anna130dedae:test.local', 'EQB6JC4XJM', NULL, NULL),
	('31022426ca9a2cfd85360bbf121dac3736e332436187d3a0f7e8c08320080831', '@bo14c79285:test.local', 'SG9LKMDU6C', NULL, NULL),
	('2e01c130bbf462e2660b8f037606a66c26c51c285a1af40f92854d3133c6d6d8', '@cho15357ac4:test.local', '5UYUWJP5SZ', NULL, NULL),
	('e68de4b884808df8518b1b8c580b9d6a8ee42f677d4a623c2b1347393ba6aff8', '@cho15357ac4:test.local', '7KXFOYXBVB', 1795626383628, NULL);
INSERT INTO public.accounts VALUES
	('@bo14c79285:test.local', '$argon2id$v=19$m=8,t=1,p=1$LDE9iAJwt7vit7jdK6I6Nw$o3qBMwkBWdRV+cfDcBDLVucot1JuFW5+Z9Cwv98GRsc', 0, 0, 0, 0, 1795622780487),
	('@cho15357ac4:test.local', '$argon2id$v=19$m=8,t=1,p=1$71T8M3cup453yh9y+YQOwA$wValCRyFOFI7b211dHCQUBAnHwxV3GdUfZMGtiB6uVk', 0, 0, 0, 0, 1795622780532),
	('@anna130dedae:test.local', '$argon2id$v=19$m=8,t=1,p=1$d4dKxbWih7pd7NPojzeKuQ$2uCABdP8dMVbktkKvGVVHoXqMnDWo/fjLjknG26QWT0', 1, 0, 0, 0, 1795622780401),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795622787831);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna130dedae:test.local', 20782),
	('@bo14c79285:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna130dedae:test.local'),
	(20782, '@bo14c79285:test.local');
INSERT INTO public.alembic_version VALUES
	('0002');
INSERT INTO public.aliases VALUES
	('#tea1603676c:test.local', '!ozNFPbglSKpMeWZUKq:test.local', '@anna130dedae:test.local');
INSERT INTO public.announcements VALUES
	(1795622787810567, '@anna130dedae:test.local', 1795622787810, 'We move soon', NULL, '["@cho15357ac4:test.local"]', NULL, '@cho15357ac4:test.local', 1, 1795622788624);
INSERT INTO public.audit VALUES
	(1, 1795622782991, 'command line', 'person.set_admin', '@anna130dedae:test.local', 'false', 'true'),
	(2, 1795622786995, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795622787811, '@anna130dedae:test.local', 'announcement.create', '1795622787810567', NULL, '{"body":"We move soon","people":["@cho15357ac4:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!CsTAjfHaXZvfqpIdER:test.local', '$uAbTrRtvuGs7Ou98U9m5psCPIqeHPB36qHngeFbZAGk', '@bo14c79285:test.local', 'main', 86400000, 0, 1796227583505);
INSERT INTO public.burn_timers VALUES
	('!CsTAjfHaXZvfqpIdER:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14c79285:test.local', 'master', 'MOQUt8RneG7GAwiZKoegstpXOWDsww6Pg9mqYRMq8Rk', '\x7b22757365725f6964223a2240626f31346337393238353a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a4d4f51557438526e654737474177695a4b6f6567737470584f5744737777365067396d7159524d7138526b223a224d4f51557438526e654737474177695a4b6f6567737470584f5744737777365067396d7159524d7138526b227d7d'),
	('@bo14c79285:test.local', 'self_signing', 'dn1FmeJMBOYm2uPd0HvQD/jZ+Ck+85ODFfuYzr63JlE', '\x7b22757365725f6964223a2240626f31346337393238353a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a646e31466d654a4d424f596d3275506430487651442f6a5a2b436b2b38354f44466675597a7236334a6c45223a22646e31466d654a4d424f596d3275506430487651442f6a5a2b436b2b38354f44466675597a7236334a6c45227d2c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a4d4f51557438526e654737474177695a4b6f6567737470584f5744737777365067396d7159524d7138526b223a2271455371557a2b4a2f56716359596f6a765a724a2b6d6c5573514f503966746f4b6174427a6633706842392f56474673565751446a3843536a4e4750736239595a635936464835575443357075642b4c71597a464277227d7d7d'),
	('@bo14c79285:test.local', 'user_signing', 'YG7qZWENDlPGfoPCm+c1TFyU/CxuGeujMV+BNeeZVLY', '\x7b22757365725f6964223a2240626f31346337393238353a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a594737715a57454e446c5047666f50436d2b6331544679552f4378754765756a4d562b424e65655a564c59223a22594737715a57454e446c5047666f50436d2b6331544679552f4378754765756a4d562b424e65655a564c59227d2c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a4d4f51557438526e654737474177695a4b6f6567737470584f5744737777365067396d7159524d7138526b223a2243534f3459595469656f6b4a2b776e32454b3842374f4c572b496f6d62634b567171757155705733444e69344845775168556663355346374e2f5a595747346c37656c4d7961567a4e41464c7a724e4a336c4a694141227d7d7d');
INSERT INTO public.cursors VALUES
	('search', 57),
	('push', 71),
	('burn', 71),
	('activity', 57);
INSERT INTO public.device_keys VALUES
	('@bo14c79285:test.local', 'SG9LKMDU6C', '\x7b22757365725f6964223a2240626f31346337393238353a746573742e6c6f63616c222c226465766963655f6964223a225347394c4b4d44553643222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a5347394c4b4d44553643223a225a686d655a7953745252682f4930362f582b4354366275535246444a705a4667474b43742b335450576777222c22637572766532353531393a5347394c4b4d44553643223a22347a74396f624d4149524a74337a52586768536a517638724c4f46456d4e6d304151704142677263546334227d2c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a5347394c4b4d44553643223a2255694b6e5958484e344647702b356938415246583548477732752f7550334166416d5476484c4b5955495258472f6c396b7a39575565312b356c4d6f416f66764f386d496d44436e2b614b4b44334c7277326a454277227d7d7d');
INSERT INTO public.devices VALUES
	('@anna130dedae:test.local', 'EQB6JC4XJM', NULL, 1795622783259, '127.0.0.1', 0),
	('@bo14c79285:test.local', 'SG9LKMDU6C', NULL, 1795622783315, '127.0.0.1', 0),
	('@cho15357ac4:test.local', '5UYUWJP5SZ', NULL, 1795622783471, '127.0.0.1', 0),
	('@cho15357ac4:test.local', '7KXFOYXBVB', NULL, 1795622783628, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$z3ChCuCe8A55_wczhrK4_ryctUjaTlwJdeQQTqgrLw8', 3),
	('$eTKFmAZiDgkW8R-SHET3UnF8FyhByxETlRjcnXGDNEk', 4),
	('$jLam8Q638gOeFFy9IPmX7gpPkaNwZh1yVgzRhN_7Iro', 5),
	('$Y5EV3NFl9KIdPhSg5lZIUseZl0d2KZMNsKy4O1ZhKXM', 6),
	('$vIPQ9KQAB92ZZNUpfma1quF02FWV0Zw1XkVrIlBfeDo', 7),
	('$-Rr73tmm7FfpUPcbCnzQIfIzLJTPmAHET7b0THy7vqM', 8),
	('$VRFDZa7ncXt-qQKZjtudCLPZ4n_yADRjbC2dqeNQ5Z4', 9),
	('$Kjdepe8-ttFw55EpkIiv55id4cnBP0pifS8RvAUd_Bc', 10),
	('$GRejocZjobENUuMNArPsGPYzEOphTHIHc4FX5KvaJHw', 11),
	('$HxAd1I-NmAqgm7Qup7vNBksUlls6xmsHA4Dz1rx4XBQ', 14),
	('$vNS__KKvKdvq5ny6U4WhhaXI96Wsm8bT4pqJgGqlBuA', 16),
	('$GTp2SkIP05GInR4gt5dAwQ29zAa7eFon7aRgOFt8JfE', 17),
	('$5hGbpofyHZL1ZX7-eWb-44X3CCLVRHVM5_9u9twShsQ', 18),
	('$C9gSdef_YT329_Ch0dWcvkj6mqejn0KLJU7dss-Y4Lc', 19),
	('$-nN2U8mxeR4XQ2CpOuN0HvW7CvSbSFJSQhsaslD4lPo', 20),
	('$mAX6NxUqQmMD1OMlp1ij7ZT5ApAXT2bdChx4ckUSFjI', 21),
	('$GJEm1x7cUebXe9u0rvwNF80TY032PQhYNnzjZ7Xo4sU', 22),
	('$7Jwe7whqFB-Io27X4jEv6yCdPHxHg3AJt027EOdmk9w', 23),
	('$-M_L5h9CDtw6THtgIh3lWxNQ12yKTyhMwvkE_RIr0dQ', 24),
	('$qHOrkcs9wYYVVI8WbznfbVkgHxigz2zZ1On13ffbW90', 25),
	('$ccUoutlhB5Oap6TH3TGs_0cdKj46rA-j1LJ4PA6IDLY', 26),
	('$FBxlR5v9PLJEt5O5DfvsYz_cAF0_QScASiM6LqPz4oQ', 27),
	('$E8bnEDXu7fNng9MpWakm3BSjz1dNkGCGHUIx2iXtsHc', 28),
	('$2adlmYJ6QpxB57KjgO3j171aALOnmBx8v_1jEs0brQo', 29),
	('$27jCaBegjKamK1Dusdq-j3XnGTSn8FrAWHWi_QXyTRA', 30),
	('$soEiGD1t5rlJizE9oKvRWeKJDqpZeE2sgwLnQfcz_Zg', 31),
	('$Xd7QdAZvv-qUdcp4imnB6PaoAeTahFWESp-IDsSdQWs', 33),
	('$iDSbCbdKD5FS3Ji5gDUvawuqj2ICmFTqQ21w5BdYwBA', 34),
	('$36t_ZI98Lp6_nPOcA6uRAk26QGFfhmCjpE6IZHC4heE', 35),
	('$zOtxzCSx5KwDgqJlMAVoXCk8j3TzToKAc7iJcGG3B68', 36),
	('$ukhZoS4GcjFD7N-lH6FGZ84jmx2IJoYLq5RpFQK90ik', 37),
	('$UJ4DDlqSYOW5mOLFz2VJ9J5UMM8peuScm00wmH50xis', 38),
	('$Xu31t-oPD6SPciT1rIkMeLljq-qq_8NxJSbVUIyeFPQ', 39),
	('$1_blA-tzBALh-2VKTrEZdHfD_U0Ga8pFcgz1GhVoQdA', 41),
	('$mXCkaObyRdkDC7gYOucyGS1vURLjWzrS8ehz56Pc9JI', 43),
	('$MWOu2Yxe53UyYl-igD326F4m-ShBi-4FLhS2L9xfJIw', 44),
	('$ZP2yi4dIYzWcQYUigKvAdg4BptYJHjeyeW4ongXEfvs', 46),
	('$uAbTrRtvuGs7Ou98U9m5psCPIqeHPB36qHngeFbZAGk', 47),
	('$WhsQPMUcGxZn2LZBL65BaFqQ5QRWa6XROp9t6cYtemA', 55),
	('$lnI8eYc0uOp58zBTocjT7f_bGBWQNEwAA7x56uKr57Y', 58),
	('$rx3dUOYec0KKysw37DZmi-AgaKl9x57We7wtw395jyg', 59),
	('$HpMNzhWUyjaqa3xZFJeUOyiTakPePym7Z1Tw-v9gfKg', 60),
	('$M0gTUKHrmlhPxu-HvA-n17pwffwTfCPcWMNIlQ_lMOI', 61),
	('$SP_G1ZfgXgcVZLS9wPihUFPknQam61hkx64lE8aJ5mU', 62),
	('$nj-BREDppk07DfzDH4Cr5LoZ5BBB7avCgDY9iAxnQJI', 63),
	('$nNBw626B3WPnaKcZHrBU0pJtd5lDTrMKAAOK9u6cBsM', 64),
	('$QPYTUC11AnMI1D-srWZyIAwE9Dhn0Y_tik_PTp-K20M', 65),
	('$d7Zn8m5sV2vawR1f-1iUMMStFMJ3a99PN51Vftpo-0Y', 69),
	('$xIShw4sOBeH-5sWKaCPeVT0UFMc_ENrj-J-yMdmFYU4', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14c79285:test.local', 'SG9LKMDU6C', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a22635945336b3354394256723232447a414c4a7364796d3035677873417042694e48774e566d73776e45456b222c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a5347394c4b4d44553643223a22452f75394767395072364c386e466d6d6c43505344416244326a52482b79396c7266795568454b713070593547645a316865586d4269423072637269375444366d4c72556878672f5842585a5167675a2b7050764441227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna130dedae:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14c79285:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14c79285:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14c79285:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
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
	(2, 1, 'account', 'account/@anna130dedae:test.local', 0, '\x7b7d', NULL),
	(3, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c226f726967696e5f7365727665725f7473223a313739353632323738333236342c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a226c4c63426a776a367078433666616f2f6a3552755159645945765776432b4f596c53546c61577863657430227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738225d2c226465707468223a322c22686173686573223a7b22736861323536223a22497a3556364639664c55437570776972704b6f693545505a7a4c2f582b7263764f43796e574e3471762b59227d2c22707265765f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738225d7d7d'),
	(5, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333064656461653a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a332c22686173686573223a7b22736861323536223a2266776f5a6734485164324650367475494b42736e4868342f507a64693832502f2f6d3566654a5a52314c67227d2c22707265765f6576656e7473223a5b222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d7d7d'),
	(6, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131363033363736633a746573742e6c6f63616c227d2c226576656e745f6964223a222459354556334e466c394b496450685367356c5a495573655a6c3064324b5a4d4e734b79344f315a684b584d222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a342c22686173686573223a7b22736861323536223a22654b3634742f4a3648685132644f37744250394f4a376a3638703471775969484635422f6b576e38694641227d2c22707265765f6576656e7473223a5b22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f225d7d7d'),
	(7, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a352c22686173686573223a7b22736861323536223a225968434c4453786568507630526647524234666d5a4e5153534c6355637157356234384d4d6b34454f7245227d2c22707265765f6576656e7473223a5b222459354556334e466c394b496450685367356c5a495573655a6c3064324b5a4d4e734b79344f315a684b584d225d7d7d'),
	(8, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a22242d52723733746d6d3746667055506362436e7a514966497a4c4a54506d414845543762305448793776714d222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a362c22686173686573223a7b22736861323536223a224c533234615555524938423566443670667368392b63584646316d41764d6e3068384d44372b5071346549227d2c22707265765f6576656e7473223a5b222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f225d7d7d'),
	(9, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a2224565246445a61376e6358742d71514b5a6a747564434c505a346e5f794144526a6243326471654e51355a34222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a372c22686173686573223a7b22736861323536223a22745058684e636b3243615477337939304e30784f4b6c6777385556346a6f764a51437674384639487a4f77227d2c22707265765f6576656e7473223a5b22242d52723733746d6d3746667055506362436e7a514966497a4c4a54506d414845543762305448793776714d225d7d7d'),
	(10, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a22244b6a64657065382d74744677353545706b4969763535696434636e425030706966533852764155645f4263222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a382c22686173686573223a7b22736861323536223a2270752f4574744b737667354a30417033366d79666346727630636d6d35366679425663784d44616a725963227d2c22707265765f6576656e7473223a5b2224565246445a61376e6358742d71514b5a6a747564434c505a346e5f794144526a6243326471654e51355a34225d7d7d'),
	(11, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244752656a6f635a6a6f62454e55754d4e417250734750597a454f70685448494863344658354b76614a4877222c226f726967696e5f7365727665725f7473223a313739353632323738333236352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b222c222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f225d2c226465707468223a392c22686173686573223a7b22736861323536223a22493642326249736d3937627867372f333530544c4a712f766e585a4d3136625170766d424e68727a704b67227d2c22707265765f6576656e7473223a5b22244b6a64657065382d74744677353545706b4969763535696434636e425030706966533852764155645f4263225d7d7d'),
	(14, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251222c226f726967696e5f7365727665725f7473223a313739353632323738333331352c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244752656a6f635a6a6f62454e55754d4e417250734750597a454f70685448494863344658354b76614a4877222c222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f225d2c226465707468223a31302c22686173686573223a7b22736861323536223a2266556b6a49306f3633796f6646457a2b50624374555a6447574b6f4e48326f664a314131496c65734e7159227d2c22707265765f6576656e7473223a5b22244752656a6f635a6a6f62454e55754d4e417250734750597a454f70685448494863344658354b76614a4877225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244752656a6f635a6a6f62454e55754d4e417250734750597a454f70685448494863344658354b76614a4877227d7d'),
	(15, 2, 'membership', 'membership/!ozNFPbglSKpMeWZUKq:test.local', 0, '\x7b22726f6f6d5f6964223a22216f7a4e465062676c534b704d65575a554b713a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224764e535f5f4b4b764b647671356e79365534576868615849393657736d3862543470714a6747716c427541222c226f726967696e5f7365727665725f7473223a313739353632323738333333332c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31312c22686173686573223a7b22736861323536223a22396b6f76574d4a68586b575a6a784731726a437464442b2f47634e6741765842686b673643756d36436341227d2c22707265765f6576656e7473223a5b22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2030227d'),
	(56, 3, 'membership', 'membership/!ozNFPbglSKpMeWZUKq:test.local', 0, '\x7b22726f6f6d5f6964223a22216f7a4e465062676c534b704d65575a554b713a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22244d306754554b48726d6c685078752d4876412d6e313770776666775466435063574d4e496c515f6c4d4f49222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a342c22686173686573223a7b22736861323536223a2244455941614d7032564562372b2b664e46685556346878772f6836355878306f4f5369674856734b44796f227d2c22707265765f6576656e7473223a5b222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222447547032536b4950303547496e52346774356441775132397a41613765466f6e376152674f4674384a6645222c226f726967696e5f7365727665725f7473223a313739353632323738333333372c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31322c22686173686573223a7b22736861323536223a22346d683537334361427843516a68633763582b5143714f5336555a4c3647585a5a4e3974376a6a58554d45227d2c22707265765f6576656e7473223a5b2224764e535f5f4b4b764b647671356e79365534576868615849393657736d3862543470714a6747716c427541225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2031227d'),
	(18, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222435684762706f6679485a4c315a58372d6557622d3434583343434c565248564d355f397539747753687351222c226f726967696e5f7365727665725f7473223a313739353632323738333334372c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31332c22686173686573223a7b22736861323536223a226f72585a754f7a72526b6578703152627a4f4d697970725363515966326f41642f4e4e6339445332564459227d2c22707265765f6576656e7473223a5b222447547032536b4950303547496e52346774356441775132397a41613765466f6e376152674f4674384a6645225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2032227d'),
	(19, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224433967536465665f59543332395f436830645763766b6a366d71656a6e304b4c4a55376473732d59344c63222c226f726967696e5f7365727665725f7473223a313739353632323738333334392c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31342c22686173686573223a7b22736861323536223a22695a473633496e36476d67474e65724352413135735573434951464365316953366b553245567867317863227d2c22707265765f6576656e7473223a5b222435684762706f6679485a4c315a58372d6557622d3434583343434c565248564d355f397539747753687351225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2033227d'),
	(20, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22242d6e4e3255386d7865523458513243704f754e30487657374376536253464a5351687361736c44346c506f222c226f726967696e5f7365727665725f7473223a313739353632323738333336302c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31352c22686173686573223a7b22736861323536223a223134656c526e4e6b70565a5242633957643273787a7a4c32563069324f356968546f534a36623436745867227d2c22707265765f6576656e7473223a5b2224433967536465665f59543332395f436830645763766b6a366d71656a6e304b4c4a55376473732d59344c63225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2034227d'),
	(21, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246d4158364e785571516d4d44314f4d6c7031696a375a5435417041585432626443687834636b5553466a49222c226f726967696e5f7365727665725f7473223a313739353632323738333336332c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31362c22686173686573223a7b22736861323536223a223459643472776777334c4a7730332b7332513057536c566973445973466b356246584d56467339554c3459227d2c22707265765f6576656e7473223a5b22242d6e4e3255386d7865523458513243704f754e30487657374376536253464a5351687361736c44346c506f225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2035227d'),
	(22, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224474a456d3178376355656258653975307276774e4638305459303332505168594e6e7a6a5a37586f347355222c226f726967696e5f7365727665725f7473223a313739353632323738333336352c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31372c22686173686573223a7b22736861323536223a222f6152344d536c3461684d68554b6131654e2f2b41387635394c365430626d41304d72434e4f537a612b63227d2c22707265765f6576656e7473223a5b22246d4158364e785571516d4d44314f4d6c7031696a375a5435417041585432626443687834636b5553466a49225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2036227d'),
	(23, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224374a77653777687146422d496f323758346a457636794364504878486733414a74303237454f646d6b3977222c226f726967696e5f7365727665725f7473223a313739353632323738333336382c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31382c22686173686573223a7b22736861323536223a2261496b5545566d7a716f62473774694977366759544a31314632626950654c327731514951355965776334227d2c22707265765f6576656e7473223a5b2224474a456d3178376355656258653975307276774e4638305459303332505168594e6e7a6a5a37586f347355225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2037227d'),
	(24, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22242d4d5f4c3568394344747736544874674968336c57784e513132794b5479684d77766b455f524972306451222c226f726967696e5f7365727665725f7473223a313739353632323738333337302c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a31392c22686173686573223a7b22736861323536223a22697a2b4d5630493844623033363431664e36424e3446476c7a4c684730556170726d483141617646756563227d2c22707265765f6576656e7473223a5b2224374a77653777687146422d496f323758346a457636794364504878486733414a74303237454f646d6b3977225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2038227d'),
	(25, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222471484f726b6373397759595656493857627a6e6662566b67487869677a327a5a314f6e3133666662573930222c226f726967696e5f7365727665725f7473223a313739353632323738333338302c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a32302c22686173686573223a7b22736861323536223a22414a73642b4264773831523941715847454477363572756b4d674667567a4368336e7930335678496f4877227d2c22707265765f6576656e7473223a5b22242d4d5f4c3568394344747736544874674968336c57784e513132794b5479684d77766b455f524972306451225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e2039227d'),
	(26, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246363556f75746c6842354f6170365448335447735f3063644b6a343672412d6a314c4a3450413649444c59222c226f726967696e5f7365727665725f7473223a313739353632323738333338322c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a32312c22686173686573223a7b22736861323536223a22684378347859523346524b47467659387072566f6b6b3472727273527058467374676f365738764d5a7330227d2c22707265765f6576656e7473223a5b222471484f726b6373397759595656493857627a6e6662566b67487869677a327a5a314f6e3133666662573930225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e203130227d'),
	(27, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22244642786c52357639504c4a4574354f3544667673597a5f634146305f5153634153694d364c71507a346f51222c226f726967696e5f7365727665725f7473223a313739353632323738333338342c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b225d2c226465707468223a32322c22686173686573223a7b22736861323536223a2246305664582f305254624e6c3551705574667a56616836774430615678375066735575726b434177382f77227d2c22707265765f6576656e7473223a5b22246363556f75746c6842354f6170365448335447735f3063644b6a343672412d6a314c4a3450413649444c59225d7d2c22646576696365223a2240616e6e6131333064656461653a746573742e6c6f63616c2f455142364a4334584a4d222c2274786e223a2274786e203131227d'),
	(29, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863227d2c226576656e745f6964223a22243261646c6d594a365170784235374b6a674f336a31373161414c4f6e6d427838765f316a4573306272516f222c226f726967696e5f7365727665725f7473223a313739353632323738333430382c2272656461637473223a22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863222c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d2c226465707468223a32342c22686173686573223a7b22736861323536223a2264686f51486444596d3841583664414b4434386a31614d51316d2f44366c7947684f423058615a72642f6b227d2c22707265765f6576656e7473223a5b22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3138323661303939227d'),
	(28, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863222c226f726967696e5f7365727665725f7473223a313739353632323738333339352c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b22244642786c52357639504c4a4574354f3544667673597a5f634146305f5153634153694d364c71507a346f51225d2c22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d2c22686173686573223a7b22736861323536223a224c59725963707a44466165395473412f645249354e2b50394f736a63784672685a55764443352f754e6351227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863227d2c226576656e745f6964223a22243261646c6d594a365170784235374b6a674f336a31373161414c4f6e6d427838765f316a4573306272516f222c226f726967696e5f7365727665725f7473223a313739353632323738333430382c2272656461637473223a22244538626e4544587537664e6e67394d7057616b6d3342536a7a31644e6b4743474855497832695874734863222c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a22216f7a4e465062676c534b704d65575a554b713a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3137383861323965222c227265646163746564223a747275657d'),
	(30, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a2224764e535f5f4b4b764b647671356e79365534576868615849393657736d3862543470714a6747716c427541222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a222432376a43614265676a4b616d4b3144757364712d6a33586e4754536e38467241574857695f515879545241222c226f726967696e5f7365727665725f7473223a313739353632323738333432342c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d2c226465707468223a32352c22686173686573223a7b22736861323536223a22684b31475a325955356b4a6b51387669713877394d4347785a7858414179434d42306c4557475832623477227d2c22707265765f6576656e7473223a5b22243261646c6d594a365170784235374b6a674f336a31373161414c4f6e6d427838765f316a4573306272516f225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3139623461386265227d'),
	(31, 4, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a2224764e535f5f4b4b764b647671356e79365534576868615849393657736d3862543470714a6747716c427541222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224736f45694744317435726c4a697a45396f4b765257654b4a4471705a6545327367774c6e5166637a5f5a67222c226f726967696e5f7365727665725f7473223a313739353632323738333433302c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d2c226465707468223a32362c22686173686573223a7b22736861323536223a2257344247716c7856636252444e72444d53554d4f563934487a32422b626862434666727535767067594463227d2c22707265765f6576656e7473223a5b222432376a43614265676a4b616d4b3144757364712d6a33586e4754536e38467241574857695f515879545241225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3230383332616331222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14c79285:test.local/', 0, '\x5b226d2e72656164222c2240626f31346337393238353a746573742e6c6f63616c222c22246d4158364e785571516d4d44314f4d6c7031696a375a5435417041585432626443687834636b5553466a49222c313739353632323738333434342c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a222b34762b38456232504f65654772656654686444564e7a48425a524e72676c4e4962765142495151396c77227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773225d2c226465707468223a322c22686173686573223a7b22736861323536223a2257497038747259716f6674414e67774b702b685243435734634d4144394e78454e63552f77444238495038227d2c22707265765f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31346337393238353a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a332c22686173686573223a7b22736861323536223a225838652f516c346b6a69684a667250756746544c662b5a7961736b416e356b48634a354b5a366379717263227d2c22707265765f6576656e7473223a5b2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a22247a4f74787a435378354b774467714a6c4d41566f58436b386a33547a546f4b416337694a63474733423638222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a342c22686173686573223a7b22736861323536223a224b6f70514e42574a686e656966644f7954376e6d47496b725a456b35543243585154796d48417176646d45227d2c22707265765f6576656e7473223a5b22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224756b685a6f533447636a4644374e2d6c483646475a38346a6d7832494a6f594c7135527046514b3930696b222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a352c22686173686573223a7b22736861323536223a22685370773254735745676a48786d364162416431677a68725846666c662b623159346c39714a485274714d227d2c22707265765f6576656e7473223a5b22247a4f74787a435378354b774467714a6c4d41566f58436b386a33547a546f4b416337694a63474733423638225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a2224554a3444446c7153594f57356d4f4c467a32564a394a35554d4d3870657553636d3030776d483530786973222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a362c22686173686573223a7b22736861323536223a22656730723152642f57594850374d6e312b34735a5545744d32636232636832706e63315a7843394b385638227d2c22707265765f6576656e7473223a5b2224756b685a6f533447636a4644374e2d6c483646475a38346a6d7832494a6f594c7135527046514b3930696b225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a222458753331742d6f50443653506369543172496b4d654c6c6a712d71715f384e784a53625655497965465051222c226f726967696e5f7365727665725f7473223a313739353632323738333436322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a372c22686173686573223a7b22736861323536223a227078676556615558765a76344e4e2b2b575979415468757537773459714a6e646c5a63583838503656306b227d2c22707265765f6576656e7473223a5b2224554a3444446c7153594f57356d4f4c467a32564a394a35554d4d3870657553636d3030776d483530786973225d7d7d'),
	(40, 2, 'membership', 'membership/!CsTAjfHaXZvfqpIdER:test.local', 0, '\x7b22726f6f6d5f6964223a2221437354416a664861585a76667170496445523a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224315f626c412d747a42414c682d32564b5472455a644866445f5530476138704663677a314768566f516441222c226f726967696e5f7365727665725f7473223a313739353632323738333437312c2273656e646572223a224063686f31353335376163343a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353335376163343a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c22247a4f74787a435378354b774467714a6c4d41566f58436b386a33547a546f4b416337694a63474733423638225d2c226465707468223a382c22686173686573223a7b22736861323536223a224f6f78555a31613478566f32366a6374526d484e384c3630687464567a513463372f7168303639762f6138227d2c22707265765f6576656e7473223a5b222458753331742d6f50443653506369543172496b4d654c6c6a712d71715f384e784a53625655497965465051225d7d7d'),
	(42, 7, 'membership', 'membership/!CsTAjfHaXZvfqpIdER:test.local', 0, '\x7b22726f6f6d5f6964223a2221437354416a664861585a76667170496445523a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246d58436b614f627952646b44433767594f7563794753317655524c6a577a72533865687a35365063394a49222c226f726967696e5f7365727665725f7473223a313739353632323738333438302c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a392c22686173686573223a7b22736861323536223a2243355a737772617a4b306a6b334932715861434c68592b6441704a566d36364c326d6942645246652b4163227d2c22707265765f6576656e7473223a5b2224315f626c412d747a42414c682d32564b5472455a644866445f5530476138704663677a314768566f516441225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3231303333623662227d'),
	(44, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244d574f753259786535335579596c2d69674433323646346d2d536842692d34464c6853324c3978664a4977222c226f726967696e5f7365727665725f7473223a313739353632323738333438372c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353335376163343a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b222c222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f225d2c226465707468223a32372c22686173686573223a7b22736861323536223a224d302b44366b5779426e416c616b594d6562434a7a4842484f414e72764a6f6d3872306a3041306c437830227d2c22707265765f6576656e7473223a5b2224736f45694744317435726c4a697a45396f4b765257654b4a4471705a6545327367774c6e5166637a5f5a67225d7d7d'),
	(45, 7, 'membership', 'membership/!ozNFPbglSKpMeWZUKq:test.local', 0, '\x7b22726f6f6d5f6964223a22216f7a4e465062676c534b704d65575a554b713a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a22245a50327969346449597a576351595569674b7641646734427074594a486a65796557346f6e675845667673222c226f726967696e5f7365727665725f7473223a313739353632323738333439322c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a31302c22686173686573223a7b22736861323536223a22734734566438303269734d70357831796644764d576859484f562b655149694f50366b484641695346664d227d2c22707265765f6576656e7473223a5b22246d58436b614f627952646b44433767594f7563794753317655524c6a577a72533865687a35365063394a49225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22247541625472527476754773374f75393855396d3570734350497165485042333671486e676546625a41476b222c226f726967696e5f7365727665725f7473223a313739353632323738333530342c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22245864375164415a76762d715564637034696d6e423650616f416554616846574553702d4944735364515773222c22243336745f5a4939384c70365f6e504f6341367552416b323651474666686d436a704536495a484334686545222c2224694453624362644b44354653334a693567445576617775716a3249436d4654715132317735426459774241225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2250626e73755852633763384f2f473866723350366955693161797367336469306f4e754767483974776d59227d2c22707265765f6576656e7473223a5b22245a50327969346449597a576351595569674b7641646734427074594a486a65796557346f6e675845667673225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3232616639353930227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14c79285:test.local/SG9LKMDU6C', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14c79285:test.local', 0, '\x7b7d', NULL),
	(51, 3, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 3, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333064656461653a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333064656461653a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna130dedae:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna130dedae:test.local', 0, '\x7b7d', NULL),
	(55, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222457687351504d556347785a6e324c5a424c3635426146715135515257613658524f70397436635974656d41222c226f726967696e5f7365727665725f7473223a313739353632323738373830332c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b222c222476495051394b51414239325a5a4e5570666d61317175463032465756305a7731586b5672496c426665446f225d2c226465707468223a32382c22686173686573223a7b22736861323536223a2251484c576d4c37494f35462f385a3273476f7644706d4655442f383961592f64492f77686844783044706f227d2c22707265765f6576656e7473223a5b22244d574f753259786535335579596c2d69674433323646346d2d536842692d34464c6853324c3978664a4977225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c227265706c616365735f7374617465223a222465544b466d415a6944676b5738522d5348455433556e463846796842797845546c526a636e5847444e456b227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a22554a412f694f394576686a67365842554b6a73385a647055364f536956306f64594357656c575948776d4d227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759225d2c226465707468223a322c22686173686573223a7b22736861323536223a2269782f3832306b5873774b555635535458356839346d596141536f3845496d4c45486d7a47343535546541227d2c22707265765f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759225d7d7d'),
	(60, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a332c22686173686573223a7b22736861323536223a22677667696d462f6b444d55632b347872426453484c6a4e52743759485377325a4e536765446269454e6477227d2c22707265765f6576656e7473223a5b222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d7d7d'),
	(62, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a222453505f47315a6667586763565a4c5339775069685546506b6e51616d3631686b7836346c4538614a356d55222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a352c22686173686573223a7b22736861323536223a2276377a63726e306232376f2f586c363358652f4b3159744b2b6d7861796973764a34414678684659774f6b227d2c22707265765f6576656e7473223a5b22244d306754554b48726d6c685078752d4876412d6e313770776666775466435063574d4e496c515f6c4d4f49225d7d7d'),
	(63, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a22246e6a2d4252454470706b303744667a4448344372354c6f5a3542424237617643674459396941786e514a49222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a362c22686173686573223a7b22736861323536223a22637469356e4a5449652b446c2b4b69704f5a634a79305858686737365a6d4e30456933393862476c424863227d2c22707265765f6576656e7473223a5b222453505f47315a6667586763565a4c5339775069685546506b6e51616d3631686b7836346c4538614a356d55225d7d7d'),
	(64, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a22246e4e4277363236423357506e614b635a4872425530704a7464356c4454724d4b41414f4b3975366342734d222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a372c22686173686573223a7b22736861323536223a225a384542764753795048487970716146674666675973614655324c4e755836713864614d374c42764e7749227d2c22707265765f6576656e7473223a5b22246e6a2d4252454470706b303744667a4448344372354c6f5a3542424237617643674459396941786e514a49225d7d7d'),
	(65, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22245150595455433131416e4d4931442d7372575a79494177453944686e30595f74696b5f5054702d4b32304d222c226f726967696e5f7365727665725f7473223a313739353632323738373834302c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353335376163343a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967222c22244d306754554b48726d6c685078752d4876412d6e313770776666775466435063574d4e496c515f6c4d4f49225d2c226465707468223a382c22686173686573223a7b22736861323536223a22336e4b73304c6c78394f5a715a617a574e61303553486a57756b47394544574c2f3658304b7833426c6c67227d2c22707265765f6576656e7473223a5b22246e4e4277363236423357506e614b635a4872425530704a7464356c4454724d4b41414f4b3975366342734d225d7d7d'),
	(66, 10, 'membership', 'membership/!QvJZiFeNddvXlGZnhr:test.local', 0, '\x7b22726f6f6d5f6964223a222151764a5a6946654e646476586c475a6e68723a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!QvJZiFeNddvXlGZnhr:test.local', 0, '\x7b22726f6f6d5f6964223a222151764a5a6946654e646476586c475a6e68723a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!QvJZiFeNddvXlGZnhr:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222464375a6e386d357356327661775231662d3169554d4d5374464d4a33613939504e3531566674706f2d3059222c226f726967696e5f7365727665725f7473223a313739353632323738383632332c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22246c6e493865596330754f7035387a42546f636a5437665f62474257514e4577414137783536754b72353759222c222448704d4e7a685755796a61716133785a464a65554f796954616b506550796d375a3154772d763967664b67222c222472783364554f596563304b4b7973773337445a6d692d4167614b6c397835375765377774773339356a7967225d2c226465707468223a392c22686173686573223a7b22736861323536223a224d4a31624e3563417773652f38486d474532656e776c5a3648573076552f7772567131552b6b5773777259227d2c22707265765f6576656e7473223a5b22245150595455433131416e4d4931442d7372575a79494177453944686e30595f74696b5f5054702d4b32304d225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31353335376163343a746573742e6c6f63616c227d'),
	(70, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224784953687734734f4265482d3573574b6143506556543055464d635f454e726a2d4a2d794d646d46595534222c226f726967696e5f7365727665725f7473223a313739353632323738383732332c2273656e646572223a2240626f31346337393238353a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22247a33436843754365384135355f77637a68724b345f72796374556a61546c774a64655151547167724c7738222c22246a4c616d3851363338674f654646793949506d58376770506b614e775a68317956677a52684e5f3749726f222c22244878416431492d4e6d4171676d3751757037764e426b73556c6c7336786d73484134447a31727834584251225d2c226465707468223a32392c22686173686573223a7b22736861323536223a22564d5356655a7341594949774d717456624a744b7a4e39724778484d625561664757697135674266362f41227d2c22707265765f6576656e7473223a5b222457687351504d556347785a6e324c5a424c3635426146715135515257613658524f70397436635974656d41225d7d2c22646576696365223a2240626f31346337393238353a746573742e6c6f63616c2f5347394c4b4d44553643222c2274786e223a2274786e3233346533643763227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!ozNFPbglSKpMeWZUKq:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('U5ZT9Q9s5r9irrHAPXpvSUn4', '@anna130dedae:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795622787598, 1795709187598, 0);
INSERT INTO public.memberships VALUES
	('@bo14c79285:test.local', '!ozNFPbglSKpMeWZUKq:test.local', 'join', 14, 0),
	('@bo14c79285:test.local', '!CsTAjfHaXZvfqpIdER:test.local', 'join', 34, 0),
	('@cho15357ac4:test.local', '!CsTAjfHaXZvfqpIdER:test.local', 'join', 41, 0),
	('@cho15357ac4:test.local', '!ozNFPbglSKpMeWZUKq:test.local', 'invite', 44, 0),
	('@anna130dedae:test.local', '!ozNFPbglSKpMeWZUKq:test.local', 'join', 55, 0),
	('@_notices:test.local', '!QvJZiFeNddvXlGZnhr:test.local', 'join', 59, 0),
	('@cho15357ac4:test.local', '!QvJZiFeNddvXlGZnhr:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15357ac4:test.local', '!QvJZiFeNddvXlGZnhr:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14c79285:test.local', 'SG9LKMDU6C', 'signed_curve25519', 'A', '\x7b226b6579223a224a6333774455344a396f3359344d6b4b4b70374c6d314a4b76456b4a765257396f334556344a6268345759222c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a5347394c4b4d44553643223a225458415632397a4a5078616477785731334e3851754c444e2b597377466968423236792f587337563748667748467665643459674b47546842634c624b6e6e70314e574b41716a4779714e446a67354b43552b6d4267227d7d7d'),
	(2, '@bo14c79285:test.local', 'SG9LKMDU6C', 'signed_curve25519', 'B', '\x7b226b6579223a2255694f335061484e425534612b56303846526f426c624c4844366f4c5378704d34743833417956504e6430222c227369676e617475726573223a7b2240626f31346337393238353a746573742e6c6f63616c223a7b22656432353531393a5347394c4b4d44553643223a2247755974595276596132696256624d2b6546566a4c377a7150506b714c6c6a6d766650414672366c64314f7a5a763130653054676d6657686b70694c68576a524d32624d4137475274516e754e6530764150732b4467227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14c79285:test.local', '
bo14c79285
', '
bo14c79285:test.local
'),
	('@cho15357ac4:test.local', '
cho15357ac4
', '
cho15357ac4:test.local
'),
	('@anna130dedae:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna130dedae
', '
anna130dedae:test.local
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
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna130dedae:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!CsTAjfHaXZvfqpIdER:test.local', 1795622783462);
INSERT INTO public.push_pending VALUES
	('@anna130dedae:test.local', 'test', 'key', 0, '', 1795622787807),
	('@anna130dedae:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795622788724);
INSERT INTO public.push_rules VALUES
	('@anna130dedae:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna130dedae:test.local', 'EQB6JC4XJM', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795622787583, 52);
INSERT INTO public.refresh_tokens VALUES
	('8c3ef03538d78366e10207f1f50ef9c37cb05a3438bdd028bc2aeb1beb26d67d', '@cho15357ac4:test.local', '7KXFOYXBVB', 'e68de4b884808df8518b1b8c580b9d6a8ee42f677d4a623c2b1347393ba6aff8', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795622786995);
INSERT INTO public.relations VALUES
	('$vNS__KKvKdvq5ny6U4WhhaXI96Wsm8bT4pqJgGqlBuA', 30, '!ozNFPbglSKpMeWZUKq:test.local', '$27jCaBegjKamK1Dusdq-j3XnGTSn8FrAWHWi_QXyTRA', 'm.annotation', 'm.reaction', '@bo14c79285:test.local', '👍', 16),
	('$vNS__KKvKdvq5ny6U4WhhaXI96Wsm8bT4pqJgGqlBuA', 31, '!ozNFPbglSKpMeWZUKq:test.local', '$soEiGD1t5rlJizE9oKvRWeKJDqpZeE2sgwLnQfcz_Zg', 'm.thread', 'm.room.message', '@bo14c79285:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795622787800577, 1795622787800, '@anna130dedae:test.local', 'event', '$GTp2SkIP05GInR4gt5dAwQ29zAa7eFon7aRgOFt8JfE', '!ozNFPbglSKpMeWZUKq:test.local', '$GTp2SkIP05GInR4gt5dAwQ29zAa7eFon7aRgOFt8JfE', '@anna130dedae:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222447547032536b4950303547496e52346774356441775132397a41613765466f6e376152674f4674384a6645222c226f726967696e5f7365727665725f7473223a313739353632323738333333372c2273656e646572223a2240616e6e6131333064656461653a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.create', '', 3),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.member', '@anna130dedae:test.local', 4),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.power_levels', '', 5),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.canonical_alias', '', 6),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.join_rules', '', 7),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.history_visibility', '', 8),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.guest_access', '', 9),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.name', '', 10),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.member', '@bo14c79285:test.local', 11),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.member', '@bo14c79285:test.local', 14),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.create', '', 33),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.member', '@bo14c79285:test.local', 34),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.power_levels', '', 35),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.join_rules', '', 36),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.history_visibility', '', 37),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.guest_access', '', 38),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.topic', '', 39),
	('!CsTAjfHaXZvfqpIdER:test.local', 'm.room.member', '@cho15357ac4:test.local', 41),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.member', '@cho15357ac4:test.local', 44),
	('!CsTAjfHaXZvfqpIdER:test.local', 'im.laiwang.burn', '', 46),
	('!ozNFPbglSKpMeWZUKq:test.local', 'm.room.member', '@anna130dedae:test.local', 55),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.create', '', 58),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.power_levels', '', 60),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.join_rules', '', 61),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.history_visibility', '', 62),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.guest_access', '', 63),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.name', '', 64),
	('!QvJZiFeNddvXlGZnhr:test.local', 'm.room.member', '@cho15357ac4:test.local', 65);
INSERT INTO public.rooms VALUES
	('!CsTAjfHaXZvfqpIdER:test.local', '11', 11, '$uAbTrRtvuGs7Ou98U9m5psCPIqeHPB36qHngeFbZAGk', 47),
	('!QvJZiFeNddvXlGZnhr:test.local', '11', 9, '$d7Zn8m5sV2vawR1f-1iUMMStFMJ3a99PN51Vftpo-0Y', 69),
	('!ozNFPbglSKpMeWZUKq:test.local', '11', 29, '$xIShw4sOBeH-5sWKaCPeVT0UFMc_ENrj-J-yMdmFYU4', 70);
INSERT INTO public.schema_fingerprint VALUES
	('7b0744b4556de247ba666caa46c9f35d5c9b208658a379cc2e753623d1a59b23');
INSERT INTO public.search_blocks VALUES
	(10, 4, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'user:@bo14c79285:test.local'),
	(3, 'user:@anna130dedae:test.local'),
	(4, 'room:!ozNFPbglSKpMeWZUKq:test.local'),
	(5, 'receipts:!ozNFPbglSKpMeWZUKq:test.local'),
	(6, 'room:!CsTAjfHaXZvfqpIdER:test.local'),
	(7, 'user:@cho15357ac4:test.local'),
	(8, 'device_lists'),
	(9, 'room:!QvJZiFeNddvXlGZnhr:test.local'),
	(10, 'user:@_notices:test.local'),
	(11, 'device:@bo14c79285:test.local/SG9LKMDU6C');
INSERT INTO public.transactions VALUES
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 0', '$vNS__KKvKdvq5ny6U4WhhaXI96Wsm8bT4pqJgGqlBuA', 1795622783333),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 1', '$GTp2SkIP05GInR4gt5dAwQ29zAa7eFon7aRgOFt8JfE', 1795622783337),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 2', '$5hGbpofyHZL1ZX7-eWb-44X3CCLVRHVM5_9u9twShsQ', 1795622783347),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 3', '$C9gSdef_YT329_Ch0dWcvkj6mqejn0KLJU7dss-Y4Lc', 1795622783349),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 4', '$-nN2U8mxeR4XQ2CpOuN0HvW7CvSbSFJSQhsaslD4lPo', 1795622783360),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 5', '$mAX6NxUqQmMD1OMlp1ij7ZT5ApAXT2bdChx4ckUSFjI', 1795622783363),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 6', '$GJEm1x7cUebXe9u0rvwNF80TY032PQhYNnzjZ7Xo4sU', 1795622783365),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 7', '$7Jwe7whqFB-Io27X4jEv6yCdPHxHg3AJt027EOdmk9w', 1795622783368),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 8', '$-M_L5h9CDtw6THtgIh3lWxNQ12yKTyhMwvkE_RIr0dQ', 1795622783370),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 9', '$qHOrkcs9wYYVVI8WbznfbVkgHxigz2zZ1On13ffbW90', 1795622783380),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 10', '$ccUoutlhB5Oap6TH3TGs_0cdKj46rA-j1LJ4PA6IDLY', 1795622783382),
	('@anna130dedae:test.local/EQB6JC4XJM', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn 11', '$FBxlR5v9PLJEt5O5DfvsYz_cAF0_QScASiM6LqPz4oQ', 1795622783384),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn1788a29e', '$E8bnEDXu7fNng9MpWakm3BSjz1dNkGCGHUIx2iXtsHc', 1795622783395),
	('@bo14c79285:test.local/SG9LKMDU6C', 'redact/!ozNFPbglSKpMeWZUKq:test.local/$E8bnEDXu7fNng9MpWakm3BSjz1dNkGCGHUIx2iXtsHc', 'txn1826a099', '$2adlmYJ6QpxB57KjgO3j171aALOnmBx8v_1jEs0brQo', 1795622783408),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.reaction', 'txn19b4a8be', '$27jCaBegjKamK1Dusdq-j3XnGTSn8FrAWHWi_QXyTRA', 1795622783424),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn20832ac1', '$soEiGD1t5rlJizE9oKvRWeKJDqpZeE2sgwLnQfcz_Zg', 1795622783430),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!CsTAjfHaXZvfqpIdER:test.local/m.room.message', 'txn21033b6b', '$mXCkaObyRdkDC7gYOucyGS1vURLjWzrS8ehz56Pc9JI', 1795622783480),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!CsTAjfHaXZvfqpIdER:test.local/m.room.message', 'txn22af9590', '$uAbTrRtvuGs7Ou98U9m5psCPIqeHPB36qHngeFbZAGk', 1795622783504),
	('@_notices:test.local/', 'announcement/1795622787810567', '@cho15357ac4:test.local', '$d7Zn8m5sV2vawR1f-1iUMMStFMJ3a99PN51Vftpo-0Y', 1795622788623),
	('@bo14c79285:test.local/SG9LKMDU6C', 'send/!ozNFPbglSKpMeWZUKq:test.local/m.room.message', 'txn234e3d7c', '$xIShw4sOBeH-5sWKaCPeVT0UFMc_ENrj-J-yMdmFYU4', 1795622788723),
	('@anna130dedae:test.local/EQB6JC4XJM', 'PUT /sendToDevice/m.test', 't2400abc7', '', 1795622788731);
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
