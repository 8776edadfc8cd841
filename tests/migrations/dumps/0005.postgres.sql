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
	('89f70c7695bbd46f8097605cd114294e6e995ea56354d8a4fc35a444e2e258b2', '@anna1393d637:test.local', 'JNNNG2UZEK', NULL, NULL),
	('28264142537cb8dacf765327d1f37f6d7c256091c7e3f6f7e6973fce53ee72fc', '@bo14a5e1c6:test.local', 'M7MKB0GBRR', NULL, NULL),
	('19093adcb6129fadc7a5b69c75bcb88617466d445df3f40ec5b1fb4abd9bee7e', '@cho15803ca3:test.local', 'T4GKUCFUAN', NULL, NULL),
	('eafddcb7ad1e700ec75518a324f342cb0ccefad6fe54dc78c11e18a6da118bf2', '@cho15803ca3:test.local', 'BUFHBZBVM8', 1795623577624, NULL);
INSERT INTO public.accounts VALUES
	('@bo14a5e1c6:test.local', '$argon2id$v=19$m=8,t=1,p=1$/ljt/7HfADp2o1ZY3kwO6Q$3GlNyAevKm0XrK34lvcsyw6MChQwwIz9LEVbk4h0nW0', 0, 0, 0, 0, 1795619973673),
	('@cho15803ca3:test.local', '$argon2id$v=19$m=8,t=1,p=1$hj+j74MxzDkAktD2JUT/sQ$iyOrViw4jPQdcx57V53X0NU1IWdhpiJkeB0gJjHhYb8', 0, 0, 0, 0, 1795619973738),
	('@anna1393d637:test.local', '$argon2id$v=19$m=8,t=1,p=1$7OFLuvb11zGnnHTrUmms7A$Yvow0SddBY+ChGkd1gnPXCpRrsWDwvPwOxy8KPY5Ip0', 1, 0, 0, 0, 1795619973538),
	('@_notices:test.local', NULL, 0, 0, 0, 0, 1795619981399);
INSERT INTO public.activity_days VALUES
	(20782, 16, 2);
INSERT INTO public.activity_last_days VALUES
	('@anna1393d637:test.local', 20782),
	('@bo14a5e1c6:test.local', 20782);
INSERT INTO public.activity_writers VALUES
	(20782, '@anna1393d637:test.local'),
	(20782, '@bo14a5e1c6:test.local');
INSERT INTO public.alembic_version VALUES
	('0005');
INSERT INTO public.aliases VALUES
	('#tea16077d94:test.local', '!DdgtjTkmiMheImtBYZ:test.local', '@anna1393d637:test.local');
INSERT INTO public.announcements VALUES
	(1795619981379844, '@anna1393d637:test.local', 1795619981379, 'We move soon', NULL, '["@cho15803ca3:test.local"]', NULL, '@cho15803ca3:test.local', 1, 1795619981875);
INSERT INTO public.audit VALUES
	(1, 1795619976777, 'command line', 'person.set_admin', '@anna1393d637:test.local', 'false', 'true'),
	(2, 1795619980904, 'command line', 'registration_token.add', 'spring', NULL, '{"uses_left":null,"expires_ms":null}'),
	(3, 1795619981379, '@anna1393d637:test.local', 'announcement.create', '1795619981379844', NULL, '{"body":"We move soon","people":["@cho15803ca3:test.local"]}');
INSERT INTO public.burn_pending VALUES
	(47, '!brkHyHZzAnsvCUicEJ:test.local', '$oMx6YB0q54_Tt3rCkejYC-f-OkJVRWxlqcTtf3GKluo', '@bo14a5e1c6:test.local', 'main', 86400000, 0, 1796224777427);
INSERT INTO public.burn_timers VALUES
	('!brkHyHZzAnsvCUicEJ:test.local', 86400000, 'read');
INSERT INTO public.cross_signing_keys VALUES
	('@bo14a5e1c6:test.local', 'master', 'ShBg3KbBSEgJtogXW4cisIy3z2wprWUQK4YSvxpFvZk', '\x7b22757365725f6964223a2240626f31346135653163363a746573742e6c6f63616c222c227573616765223a5b226d6173746572225d2c226b657973223a7b22656432353531393a53684267334b62425345674a746f675857346369734979337a327770725755514b34595376787046765a6b223a2253684267334b62425345674a746f675857346369734979337a327770725755514b34595376787046765a6b227d7d'),
	('@bo14a5e1c6:test.local', 'self_signing', 'MYi+MjPbelFrxH3YUm+zYxCoIYlvv44ndgtabGH4/9M', '\x7b22757365725f6964223a2240626f31346135653163363a746573742e6c6f63616c222c227573616765223a5b2273656c665f7369676e696e67225d2c226b657973223a7b22656432353531393a4d59692b4d6a5062656c467278483359556d2b7a5978436f49596c767634346e64677461624748342f394d223a224d59692b4d6a5062656c467278483359556d2b7a5978436f49596c767634346e64677461624748342f394d227d2c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a53684267334b62425345674a746f675857346369734979337a327770725755514b34595376787046765a6b223a22642f416249436147514551705a4f6731366b4a7048464d685a795a7554564b78584e7738714c52337566574d36454c4c355564652f754a6e736b543178347a32747052326f6647556554416d69755935324978494167227d7d7d'),
	('@bo14a5e1c6:test.local', 'user_signing', 'U0umDBXHogP/oL1uzv1vZ+QP+W2UxXZ6lpOt9H1lbtI', '\x7b22757365725f6964223a2240626f31346135653163363a746573742e6c6f63616c222c227573616765223a5b22757365725f7369676e696e67225d2c226b657973223a7b22656432353531393a5530756d444258486f67502f6f4c31757a7631765a2b51502b57325578585a366c704f743948316c627449223a225530756d444258486f67502f6f4c31757a7631765a2b51502b57325578585a366c704f743948316c627449227d2c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a53684267334b62425345674a746f675857346369734979337a327770725755514b34595376787046765a6b223a22682b64655441446c4c385a2b2b673847694a5a2f2f454130396f4a736e54786f524e6f6e5559576e574474526357525752742b6679597347376d4c6449347963736b53724d56455a464145772b72334235597a784167227d7d7d');
INSERT INTO public.cursors VALUES
	('activity', 50),
	('search', 50),
	('push', 71),
	('burn', 71);
INSERT INTO public.device_keys VALUES
	('@bo14a5e1c6:test.local', 'M7MKB0GBRR', '\x7b22757365725f6964223a2240626f31346135653163363a746573742e6c6f63616c222c226465766963655f6964223a224d374d4b423047425252222c22616c676f726974686d73223a5b226d2e6f6c6d2e76312e637572766532353531392d6165732d73686132222c226d2e6d65676f6c6d2e76312e6165732d73686132225d2c226b657973223a7b22656432353531393a4d374d4b423047425252223a2263522b6454467659786b7a4b575935484f465645434135707243676e6b2f54755132344b527636434b5655222c22637572766532353531393a4d374d4b423047425252223a2279572f6143677961304347486e55434338344533465350754d6975737861666d424262626632724c56614d227d2c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a4d374d4b423047425252223a226b2b4d693372365753615232644d46797a2b534b533656376c45444f7669454135346c49356b4d314e4d4536347432746937635171585550614c3570656b74547a634863554b4b7258466154775a4a57554957784477227d7d7d');
INSERT INTO public.devices VALUES
	('@anna1393d637:test.local', 'JNNNG2UZEK', NULL, 1795619977146, '127.0.0.1', 0),
	('@bo14a5e1c6:test.local', 'M7MKB0GBRR', NULL, 1795619977211, '127.0.0.1', 0),
	('@cho15803ca3:test.local', 'T4GKUCFUAN', NULL, 1795619977387, '127.0.0.1', 0),
	('@cho15803ca3:test.local', 'BUFHBZBVM8', NULL, 1795619977624, '127.0.0.1', 0);
INSERT INTO public.event_ids VALUES
	('$tsJ8-_OdJahP_YzXrO9Cz_kzrcFL0ciUv4apn3I5zvs', 3),
	('$XIdPMAX8gzUD024qUs6vY22-uOtC8R9vYoMo33cCKxk', 4),
	('$2vuO1xWfPkTWxnueEXopWHDRwHZwGDVFx8HcgmDUNos', 5),
	('$nLAA6f0hPjjfVbGI1lXZ3BUH3UqLhY_OCUl224J0qvE', 6),
	('$WAROo2io7Uyk_6Ta26L96U9p7FJ0hAHR0pjXYL8yMGs', 7),
	('$4Xw1tyLXEs6y9TsC9ghVkLmVobL7yWHyUx5LfXMdt7A', 8),
	('$tmwmnJlRs-HBCUBIVqmQeVEHlcUJE39ssQw-ulc36cU', 9),
	('$KovWkfbsv9mGu_dYaEMgGPXbQLyh_AmHcaVqo5sR0Ho', 10),
	('$E8GomE0WfTAZxvQ4CV0HIeovZJnhzRzSUYqn6qiuyb0', 11),
	('$yK0uEXz1DHH2SCs6LBcAa-tC0FPHxOt9XPO786v6E54', 14),
	('$5uMMbn3eP3ZpWkN5X1Q9reUD9YZgCBC9TyxyDbB5Nuo', 16),
	('$Y535Z5UzjCIQxW87G79_xRoNMIpkjHCKn6nJJpz0-7k', 17),
	('$CduU0js6f5BnjCVH2Y9XIadRoQO-5wUAoMHbGkBwkK8', 18),
	('$yCOaaspYB-p6V6YKjLyz39ve342KDgtKX8eKqQluMTQ', 19),
	('$drQYmjudSVLBABpDrAQ3hAWc_2H0cChUnCHa0ZbmRjI', 20),
	('$BktFB6qoiGdEAQiDKZGSeip9GGJePDLOQ5ywVXvtqJQ', 21),
	('$Xh9PH3WHMlROAbM0IuzNY5pSXCqt6C-KIKygm6f2x9s', 22),
	('$1bHX2HzqNt1sRo7xZVyB9AMcHygg8iAHat4p6Rm9FtE', 23),
	('$_fzFSyUy7IwAozYcDxg24IdIyWHDmpKwwLdKxmZFumM', 24),
	('$jyn6EOWDo-tH3a1FHj1Szm4F8RmRzudfH-tzmGcges0', 25),
	('$am1LAAnPKnb57EIw3UpXEagTL0cVokWaxnkNECUJGDQ', 26),
	('$Ic15m4XGvlm0p-8J8H-ITz-_Mh-PEitaGH9-jHX_veo', 27),
	('$5A8DBagDXx1zSkksyjpse2FjCZvSwmcywiuuBmeyrek', 28),
	('$3rDxbz6Tg6oWFt7oHZcfZmTob8PIOzbHlDi_cZbg-ZA', 29),
	('$-YJ4910GD9X_gQgbxcRGb1iPFykCZeYso5QphCyIn8U', 30),
	('$20ErU9NiMdhxz68MCxEjcuymwwC32GtUNDekYz1Q-Gw', 31),
	('$9u9-XYjd1CDuF6KVzzez46JTrLfM6KYARUe_YaH6oFQ', 33),
	('$YwzZGYVf3FqSOIYX3UThPVse_SYDJt-6I8b436qgDxg', 34),
	('$7nAQ6QD3G17R_Pk7lbMKHD66topaTXtxSJ7Mq1npFaY', 35),
	('$fxaQZf5ZNOfpZR1KhH2trHzR5V4Hz7zfj1rnjst7ZnQ', 36),
	('$2qBNOx0dkKFUbOVOyv3q-wR0HqB04K8xgsO7oMvzbgo', 37),
	('$SLtHCd6Ep1bZOHeEJgIClyvosdn6K-3TjtqXIRpJ5FE', 38),
	('$CJKuzBMwLQ3LvQqeyHfqolaZQw0RZ21xyCQGwU329d0', 39),
	('$oZi-4Vq80lDBg1mGFMH77LhLJ3qbnMUtuM9nUwfXaig', 41),
	('$dJ0E54x1eZjFoT44BhVkGTv0Zhjp9fyh-gXyy0jpBHg', 43),
	('$CpL33AXzd_Q206mV5aFWSgOyVJg6w09xj3UmXqJ2LxU', 44),
	('$VP5_JIMG8cL2Teok7F5gZGJKMcdAtw95ElT_JGlLxLU', 46),
	('$oMx6YB0q54_Tt3rCkejYC-f-OkJVRWxlqcTtf3GKluo', 47),
	('$kOzlt1du3Zs6coXACWACe8n8vJPJSgirAPv0U0y_udo', 55),
	('$b8y2k4rzCJEwQ0RJKYStl6h7FxvSFy-prtKHIQohCf0', 58),
	('$I2JoSffHXwLxlBxSinuzPBzcUQbpcu-aqSVhpjkCciE', 59),
	('$--1cQbC1gEW_tu06zm2HDGK5QEIUo-ACXH5HbKoyD98', 60),
	('$--9o2iTHzWQcYOUTy-0EKI6KlawaMlDd-aMiLVwzMds', 61),
	('$FfraSE9UdHVAYnBCuDp0TDOp6S2BPHPeCj32ZaLTKYI', 62),
	('$eLgvjPBuMgtxji26JtVdotmYe2jeh_ErPw-3E9-CGf4', 63),
	('$6MwbLvzxamBqAt6_vOWQEIwFIcLO_y8knO1JWQWEaCs', 64),
	('$ghKWnZZU_f88q_XLgc1o579dFk_rqkHFSsytB7x_3I8', 65),
	('$FNIMkLS80rdfyEDUdXcIHz8lWcMZm4JDZ8115JDUTkE', 69),
	('$iOqYZaWu_8C0OnY-wYvY0DkBwV6tgF_6C6u1AV8ezKk', 70);
INSERT INTO public.fallback_keys VALUES
	('@bo14a5e1c6:test.local', 'M7MKB0GBRR', 'signed_curve25519', 'F', '\x7b2266616c6c6261636b223a747275652c226b6579223a226779434778497630376651393575464c2b37567a5131635978347136496d69563345764e696b4f566f4445222c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a4d374d4b423047425252223a226a4f57497932707052766e7063344e4f4155676f6342673863726674734f6f7141433862784b7644584f4c5368717a746758556731425841535739414c586f54444a4b6977785172712f434458344944597648694467227d7d7d', 0);
INSERT INTO public.filters VALUES
	('@anna1393d637:test.local', 1, '37031117522e0465b89062021985126b8c1ac1fce8124eb8846d9c7f3d159188', '\x7b22726f6f6d223a7b2274696d656c696e65223a7b226c696d6974223a357d7d7d');
INSERT INTO public.key_backup_keys VALUES
	('@bo14a5e1c6:test.local', 1, '!r:test.local', 'session', 0, 0, 1, '\x7b2263697068657274657874223a227365616c6564222c22657068656d6572616c223a2265222c226d6163223a226d227d');
INSERT INTO public.key_backup_last_versions VALUES
	('@bo14a5e1c6:test.local', 1);
INSERT INTO public.key_backup_versions VALUES
	('@bo14a5e1c6:test.local', 1, 'm.megolm_backup.v1.curve25519-aes-sha2', '\x7b227075626c69635f6b6579223a22616263222c227369676e617475726573223a7b7d7d', 1, 1);
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
	(2, 1, 'account', 'account/@anna1393d637:test.local', 0, '\x7b7d', NULL),
	(3, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a22554a6d4e556a4d77783769536b78377265414a76456478376176442b795a4d714232534548443349514267227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(4, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673225d2c226465707468223a322c22686173686573223a7b22736861323536223a2277336174644530416a5a4557305748744470384547493050514e6a2b66535558637a34495555646462314d227d2c22707265765f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673225d7d7d'),
	(5, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240616e6e6131333933643633373a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a332c22686173686573223a7b22736861323536223a224d5034633473517569644b5a4e425961787a4e4a496855524358326e7a4c734b444a56444152566b503567227d2c22707265765f6576656e7473223a5b2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d7d7d'),
	(6, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22616c696173223a222374656131363037376439343a746573742e6c6f63616c227d2c226576656e745f6964223a22246e4c414136663068506a6a6656624749316c585a334255483355714c68595f4f43556c3232344a30717645222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e63616e6f6e6963616c5f616c696173227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a342c22686173686573223a7b22736861323536223a22536e6b484957705a486f4c69486f48647375712b6c70552b2f6f68596e794f6f714c333134382b5346564d227d2c22707265765f6576656e7473223a5b22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73225d7d7d'),
	(7, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a352c22686173686573223a7b22736861323536223a227645314c766b2b656e55534375513973464b7269644f2b502f4b4f36687346396958672b4c47653364746b227d2c22707265765f6576656e7473223a5b22246e4c414136663068506a6a6656624749316c585a334255483355714c68595f4f43556c3232344a30717645225d7d7d'),
	(8, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a22243458773174794c584573367939547343396768566b4c6d566f624c37795748795578354c66584d64743741222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a362c22686173686573223a7b22736861323536223a22634c6250506753545a78445350705630787331647a70777a6a5858382b68426f6e2f59515053507664586b227d2c22707265765f6576656e7473223a5b22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773225d7d7d'),
	(9, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a2263616e5f6a6f696e227d2c226576656e745f6964223a2224746d776d6e4a6c52732d48424355424956716d51655645486c63554a453339737351772d756c6333366355222c226f726967696e5f7365727665725f7473223a313739353631393937373135302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a372c22686173686573223a7b22736861323536223a224d73324c5a337064322b44765876726b414e33577a4c2f702f6732385350533050674b2f4d7432306f6e45227d2c22707265765f6576656e7473223a5b22243458773174794c584573367939547343396768566b4c6d566f624c37795748795578354c66584d64743741225d7d7d'),
	(10, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d2c226576656e745f6964223a22244b6f76576b66627376396d47755f645961454d6747505862514c79685f416d48636156716f35735230486f222c226f726967696e5f7365727665725f7473223a313739353631393937373135332c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a382c22686173686573223a7b22736861323536223a2261755041415a3846484b6a776a4244674473666967745731626530444f47394b424e4e756e614352397934227d2c22707265765f6576656e7473223a5b2224746d776d6e4a6c52732d48424355424956716d51655645486c63554a453339737351772d756c6333366355225d7d7d'),
	(11, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a22244538476f6d4530576654415a787651344356304849656f765a4a6e687a527a535559716e36716975796230222c226f726967696e5f7365727665725f7473223a313739353631393937373135332c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b222c22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773225d2c226465707468223a392c22686173686573223a7b22736861323536223a2249386e754d52507272787145524f6a615361376b7a74414d694775584a4b6657337677347766787a6f7a77227d2c22707265765f6576656e7473223a5b22244b6f76576b66627376396d47755f645961454d6747505862514c79685f416d48636156716f35735230486f225d7d7d'),
	(14, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534222c226f726967696e5f7365727665725f7473223a313739353631393937373231312c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c22244538476f6d4530576654415a787651344356304849656f765a4a6e687a527a535559716e36716975796230222c22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773225d2c226465707468223a31302c22686173686573223a7b22736861323536223a22556871504478744834362b524262584b6348422f367358374d716974714f4741762f527342597531684d77227d2c22707265765f6576656e7473223a5b22244538476f6d4530576654415a787651344356304849656f765a4a6e687a527a535559716e36716975796230225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c22707265765f73656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c227265706c616365735f7374617465223a22244538476f6d4530576654415a787651344356304849656f765a4a6e687a527a535559716e36716975796230227d7d'),
	(15, 2, 'membership', 'membership/!DdgtjTkmiMheImtBYZ:test.local', 0, '\x7b22726f6f6d5f6964223a2221446467746a546b6d694d6865496d7442595a3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(16, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2230204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222435754d4d626e336550335a70576b4e35583151397265554439595a674342433954797879446242354e756f222c226f726967696e5f7365727665725f7473223a313739353631393937373234302c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31312c22686173686573223a7b22736861323536223a2253553066646c4c706d3053737653352b48445865384a625a775037593148683242566a34525a31534b4738227d2c22707265765f6576656e7473223a5b2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2030227d'),
	(56, 3, 'membership', 'membership/!DdgtjTkmiMheImtBYZ:test.local', 0, '\x7b22726f6f6d5f6964223a2221446467746a546b6d694d6865496d7442595a3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(61, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a22696e76697465227d2c226576656e745f6964223a22242d2d396f326954487a575163594f5554792d30454b49364b6c6177614d6c44642d614d694c56777a4d6473222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a342c22686173686573223a7b22736861323536223a222f456f393568356632434d566637412f49553355626b394279676969644a2b45645268796376333177676b227d2c22707265765f6576656e7473223a5b22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938225d7d7d'),
	(72, 1, 'leases', 'leases/', 0, '\x7b7d', NULL),
	(17, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224593533355a35557a6a434951785738374737395f78526f4e4d49706b6a48434b6e366e4a4a707a302d376b222c226f726967696e5f7365727665725f7473223a313739353631393937373235322c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31322c22686173686573223a7b22736861323536223a226c736b6d4e7552356d477979384b72384a2f7737466d6c3256304d59704c56343476556f66762f382b4d63227d2c22707265765f6576656e7473223a5b222435754d4d626e336550335a70576b4e35583151397265554439595a674342433954797879446242354e756f225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2031227d'),
	(18, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2232204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222443647555306a73366635426e6a43564832593958496164526f514f2d357755416f4d4862476b42776b4b38222c226f726967696e5f7365727665725f7473223a313739353631393937373235392c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31332c22686173686573223a7b22736861323536223a224d4c54594648735249634570314974566664474e6d735a646b37525771756b594f5a35585062686136444d227d2c22707265765f6576656e7473223a5b2224593533355a35557a6a434951785738374737395f78526f4e4d49706b6a48434b6e366e4a4a707a302d376b225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2032227d'),
	(19, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2233204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222479434f6161737059422d70365636594b6a4c797a333976653334324b4467744b5838654b71516c754d5451222c226f726967696e5f7365727665725f7473223a313739353631393937373236322c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31342c22686173686573223a7b22736861323536223a22554b33366f6372775945517649504c756f4b4679503731644131785a3161445a4257334b48593974374549227d2c22707265765f6576656e7473223a5b222443647555306a73366635426e6a43564832593958496164526f514f2d357755416f4d4862476b42776b4b38225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2033227d'),
	(20, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2234204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224647251596d6a756453564c424142704472415133684157635f324830634368556e434861305a626d526a49222c226f726967696e5f7365727665725f7473223a313739353631393937373236392c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31352c22686173686573223a7b22736861323536223a22474d3437482f4b5173444554434a6f442b676a2f3379724d37344e6d3843625562764b6b4a754338723655227d2c22707265765f6576656e7473223a5b222479434f6161737059422d70365636594b6a4c797a333976653334324b4467744b5838654b71516c754d5451225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2034227d'),
	(21, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2235204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224426b74464236716f69476445415169444b5a47536569703947474a6550444c4f5135797756587674714a51222c226f726967696e5f7365727665725f7473223a313739353631393937373237342c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31362c22686173686573223a7b22736861323536223a2278367a6131666a6533776a36662b7a6153584550514b4c576347796d7a4275585378734b626d2f38537677227d2c22707265765f6576656e7473223a5b2224647251596d6a756453564c424142704472415133684157635f324830634368556e434861305a626d526a49225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2035227d'),
	(22, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2236204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a222458683950483357484d6c524f41624d3049757a4e593570535843717436432d4b494b79676d366632783973222c226f726967696e5f7365727665725f7473223a313739353631393937373237392c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31372c22686173686573223a7b22736861323536223a22744f5a4a5079513033774c72416a5a6a39303245494839364376732b4e733458446743344378543554316b227d2c22707265765f6576656e7473223a5b2224426b74464236716f69476445415169444b5a47536569703947474a6550444c4f5135797756587674714a51225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2036227d'),
	(23, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2237204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22243162485832487a714e743173526f37785a56794239414d6348796767386941486174347036526d39467445222c226f726967696e5f7365727665725f7473223a313739353631393937373238332c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31382c22686173686573223a7b22736861323536223a224255486e426178537a666833576548484f4c5a6c6337576434725754766d306f743670574450476f346267227d2c22707265765f6576656e7473223a5b222458683950483357484d6c524f41624d3049757a4e593570535843717436432d4b494b79676d366632783973225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2037227d'),
	(24, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2238204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22245f667a4653795579374977416f7a59634478673234496449795748446d704b77774c644b786d5a46756d4d222c226f726967696e5f7365727665725f7473223a313739353631393937373238382c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a31392c22686173686573223a7b22736861323536223a2235655a464a6d5a574e4850317a374f5268714b34562f62526d6a556a694837567872593646645035483359227d2c22707265765f6576656e7473223a5b22243162485832487a714e743173526f37785a56794239414d6348796767386941486174347036526d39467445225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2038227d'),
	(25, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2239204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246a796e36454f57446f2d744833613146486a31537a6d344638526d527a756466482d747a6d476367657330222c226f726967696e5f7365727665725f7473223a313739353631393937373239342c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a32302c22686173686573223a7b22736861323536223a22485a32784d305876682f59676c756d676f4c4e6633396830464f75513834495334734f376b6a624d565330227d2c22707265765f6576656e7473223a5b22245f667a4653795579374977416f7a59634478673234496449795748446d704b77774c644b786d5a46756d4d225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e2039227d'),
	(26, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223130204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224616d314c41416e504b6e62353745497733557058456167544c3063566f6b5761786e6b4e4543554a474451222c226f726967696e5f7365727665725f7473223a313739353631393937373239372c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a32312c22686173686573223a7b22736861323536223a226a696f434e454f6579523139466256415659316a685662494a2f4e31454f543553566a4f454232336c6c51227d2c22707265765f6576656e7473223a5b22246a796e36454f57446f2d744833613146486a31537a6d344638526d527a756466482d747a6d476367657330225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e203130227d'),
	(27, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a223131204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224496331356d345847766c6d30702d384a38482d49547a2d5f4d682d50456974614748392d6a48585f76656f222c226f726967696e5f7365727665725f7473223a313739353631393937373330332c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b225d2c226465707468223a32322c22686173686573223a7b22736861323536223a225435704658614f724e415954556d61502f57564946795342734752446c624c3053575a4848487a33632f4d227d2c22707265765f6576656e7473223a5b2224616d314c41416e504b6e62353745497733557058456167544c3063566f6b5761786e6b4e4543554a474451225d7d2c22646576696365223a2240616e6e6131333933643633373a746573742e6c6f63616c2f4a4e4e4e4732555a454b222c2274786e223a2274786e203131227d'),
	(29, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2272656461637473223a222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b227d2c226576656e745f6964223a222433724478627a365467366f574674376f485a63665a6d546f623850494f7a62486c44695f635a62672d5a41222c226f726967696e5f7365727665725f7473223a313739353631393937373331352c2272656461637473223a222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b222c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d2c226465707468223a32342c22686173686573223a7b22736861323536223a22577a324547764669552f356e7735776570387451656e696a79796250586c47313156474839627856543759227d2c22707265765f6576656e7473223a5b222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3138326537343362227d'),
	(28, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b7d2c226576656e745f6964223a222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b222c226f726967696e5f7365727665725f7473223a313739353631393937373330372c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b226465707468223a32332c22707265765f6576656e7473223a5b2224496331356d345847766c6d30702d384a38482d49547a2d5f4d682d50456974614748392d6a48585f76656f225d2c22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d2c22686173686573223a7b22736861323536223a226e4f6434746c42426834513576552f6d71416e4f31474869712f727546364334725942326e457834415273227d7d2c22756e7369676e6564223a7b2272656461637465645f62656361757365223a7b22636f6e74656e74223a7b2272656461637473223a222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b227d2c226576656e745f6964223a222433724478627a365467366f574674376f485a63665a6d546f623850494f7a62486c44695f635a62672d5a41222c226f726967696e5f7365727665725f7473223a313739353631393937373331352c2272656461637473223a222435413844426167445878317a536b6b73796a70736532466a435a7653776d637977697575426d657972656b222c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e726564616374696f6e222c22726f6f6d5f6964223a2221446467746a546b6d694d6865496d7442595a3a746573742e6c6f63616c227d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3137636236636364222c227265646163746564223a747275657d'),
	(30, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e72656c617465735f746f223a7b226576656e745f6964223a222435754d4d626e336550335a70576b4e35583151397265554439595a674342433954797879446242354e756f222c226b6579223a22f09f918d222c2272656c5f74797065223a226d2e616e6e6f746174696f6e227d7d2c226576656e745f6964223a22242d594a34393130474439585f67516762786352476231695046796b435a6559736f355170684379496e3855222c226f726967696e5f7365727665725f7473223a313739353631393937373332352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e7265616374696f6e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d2c226465707468223a32352c22686173686573223a7b22736861323536223a2249412b3742772b3956644c5670766a504a652b6b4e314d5745717959695179676c58505433307079346149227d2c22707265765f6576656e7473223a5b222433724478627a365467366f574674376f485a63665a6d546f623850494f7a62486c44695f635a62672d5a41225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3139316534623463227d'),
	(31, 4, 'event', NULL, 16, '\x7b22636f6e74656e74223a7b22626f6479223a22696e206120746872656164222c226d2e72656c617465735f746f223a7b226576656e745f6964223a222435754d4d626e336550335a70576b4e35583151397265554439595a674342433954797879446242354e756f222c2272656c5f74797065223a226d2e746872656164227d2c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22243230457255394e694d6468787a36384d4378456a6375796d77774333324774554e44656b597a31512d4777222c226f726967696e5f7365727665725f7473223a313739353631393937373333372c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d2c226465707468223a32362c22686173686573223a7b22736861323536223a223141356b6b73775262374f2f484f3545637a4f6a46706547684e325a6179314c4b64446946653973366b59227d2c22707265765f6576656e7473223a5b22242d594a34393130474439585f67516762786352476231695046796b435a6559736f355170684379496e3855225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3230616630386336222c22746872656164223a31367d'),
	(32, 5, 'm.read', '@bo14a5e1c6:test.local/', 0, '\x5b226d2e72656164222c2240626f31346135653163363a746573742e6c6f63616c222c2224426b74464236716f69476445415169444b5a47536569703947474a6550444c4f5135797756587674714a51222c313739353631393937373335342c22222c32315d', NULL),
	(33, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a224444316661414757306f4f756467466e44414662545a6f5a515766516a506551514e54692b634e69575849227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(34, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651225d2c226465707468223a322c22686173686573223a7b22736861323536223a22654950455073545a4e7839574b31677a58466e414a2b6d55546343642f6c7a534e764254684b467756466f227d2c22707265765f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651225d7d7d'),
	(35, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2262616e223a35302c226576656e7473223a7b226d2e726f6f6d2e617661746172223a35302c226d2e726f6f6d2e63616e6f6e6963616c5f616c696173223a35302c226d2e726f6f6d2e656e6372797074696f6e223a3130302c226d2e726f6f6d2e686973746f72795f7669736962696c697479223a3130302c226d2e726f6f6d2e6e616d65223a35302c226d2e726f6f6d2e706f7765725f6c6576656c73223a3130302c226d2e726f6f6d2e7365727665725f61636c223a3130302c226d2e726f6f6d2e746f6d6273746f6e65223a3130307d2c226576656e74735f64656661756c74223a302c22696e76697465223a35302c226b69636b223a35302c22726564616374223a35302c2273746174655f64656661756c74223a35302c227573657273223a7b2240626f31346135653163363a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a307d2c226576656e745f6964223a2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a332c22686173686573223a7b22736861323536223a224c68706c374c47706c446471526e3379364778644f4c4c376e57466d6e78612b2b755a737038746c325145227d2c22707265765f6576656e7473223a5b222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d7d7d'),
	(36, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226a6f696e5f72756c65223a227075626c6963227d2c226576656e745f6964223a2224667861515a66355a4e4f66705a52314b6848327472487a52355634487a377a666a31726e6a7374375a6e51222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6a6f696e5f72756c6573227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a342c22686173686573223a7b22736861323536223a22496b56473754325468512b39516c73302f41637175446a5158496b43726a394e5343553654635061777977227d2c22707265765f6576656e7473223a5b2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159225d7d7d'),
	(37, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a22243271424e4f7830646b4b4655624f564f797633712d77523048714230344b387867734f376f4d767a62676f222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a352c22686173686573223a7b22736861323536223a22645848545074744c4c78524b5470462f5a4a426e72697a564678766441497a2f6971547778476b2b555341227d2c22707265765f6576656e7473223a5b2224667861515a66355a4e4f66705a52314b6848327472487a52355634487a377a666a31726e6a7374375a6e51225d7d7d'),
	(38, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a2224534c7448436436457031625a4f4865454a6749436c79766f73646e364b2d33546a7471584952704a354645222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a362c22686173686573223a7b22736861323536223a226e55627972342f526b6f2b6f6952776c414644475a533552486775706372386e464a735542336d6f41616f227d2c22707265765f6576656e7473223a5b22243271424e4f7830646b4b4655624f564f797633712d77523048714230344b387867734f376f4d767a62676f225d7d7d'),
	(39, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d2e746f706963223a7b226d2e74657874223a5b7b22626f6479223a22466f72206576657279626f6479222c226d696d6574797065223a22746578742f706c61696e227d5d7d2c22746f706963223a22466f72206576657279626f6479227d2c226576656e745f6964223a2224434a4b757a424d774c51334c76517165794866716f6c615a517730525a3231787943514777553332396430222c226f726967696e5f7365727665725f7473223a313739353631393937373336352c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e746f706963227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a372c22686173686573223a7b22736861323536223a22346672427171766b76694a61776b6f58555a70774f6163686d61593858427170327a384b59704a355a4973227d2c22707265765f6576656e7473223a5b2224534c7448436436457031625a4f4865454a6749436c79766f73646e364b2d33546a7471584952704a354645225d7d7d'),
	(40, 2, 'membership', 'membership/!brkHyHZzAnsvCUicEJ:test.local', 0, '\x7b22726f6f6d5f6964223a222162726b4879485a7a416e737643556963454a3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(41, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22246f5a692d34567138306c444267316d47464d4837374c684c4a3371626e4d5574754d396e55776658616967222c226f726967696e5f7365727665725f7473223a313739353631393937373338372c2273656e646572223a224063686f31353830336361333a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353830336361333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c2224667861515a66355a4e4f66705a52314b6848327472487a52355634487a377a666a31726e6a7374375a6e51225d2c226465707468223a382c22686173686573223a7b22736861323536223a2274766a376e6d6e6f344d5064434f387463636876423976506f59543770562b6970796c6542435530486a45227d2c22707265765f6576656e7473223a5b2224434a4b757a424d774c51334c76517165794866716f6c615a517730525a3231787943514777553332396430225d7d7d'),
	(42, 7, 'membership', 'membership/!brkHyHZzAnsvCUicEJ:test.local', 0, '\x7b22726f6f6d5f6964223a222162726b4879485a7a416e737643556963454a3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(43, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a2257656c636f6d65222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224644a304535347831655a6a466f5434344268566b475476305a686a70396679682d67587979306a70424867222c226f726967696e5f7365727665725f7473223a313739353631393937373339362c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a392c22686173686573223a7b22736861323536223a222b7736594d6b7367393131473059465467544961734643785756683264646961354e586439435679524173227d2c22707265765f6576656e7473223a5b22246f5a692d34567138306c444267316d47464d4837374c684c4a3371626e4d5574754d396e55776658616967225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3231376164306466227d'),
	(44, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222443704c333341587a645f513230366d563561465753674f79564a6736773039786a33556d58714a324c7855222c226f726967696e5f7365727665725f7473223a313739353631393937373430342c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353830336361333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b222c22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773225d2c226465707468223a32372c22686173686573223a7b22736861323536223a225675796c626a316956536b536b6b477a647a5634496739765752617a68796248334b36737355574e796259227d2c22707265765f6576656e7473223a5b22243230457255394e694d6468787a36384d4378456a6375796d77774333324774554e44656b597a31512d4777225d7d7d'),
	(45, 7, 'membership', 'membership/!DdgtjTkmiMheImtBYZ:test.local', 0, '\x7b22726f6f6d5f6964223a2221446467746a546b6d694d6865496d7442595a3a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(46, 6, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2261667465725f6d73223a38363430303030302c227374617274223a2273656e74227d2c226576656e745f6964223a22245650355f4a494d4738634c3254656f6b374635675a474a4b4d63644174773935456c545f4a476c4c784c55222c226f726967696e5f7365727665725f7473223a313739353631393937373431322c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a22696d2e6c616977616e672e6275726e227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a31302c22686173686573223a7b22736861323536223a222b37753669497a624e566163722f48627853443452676231376b746f59534651306865554a3157624f3255227d2c22707265765f6576656e7473223a5b2224644a304535347831655a6a466f5434344268566b475476305a686a70396679682d67587979306a70424867225d7d7d'),
	(47, 6, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a22546869732077696c6c20626520676f6e6520746f6d6f72726f77222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a22246f4d78365942307135345f54743372436b656a59432d662d4f6b4a565257786c716354746633474b6c756f222c226f726967696e5f7365727665725f7473223a313739353631393937373432332c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b22243975392d58596a643143447546364b567a7a657a34364a54724c664d364b59415255655f596148366f4651222c2224376e415136514433473137525f506b376c624d4b48443636746f706154587478534a374d71316e70466159222c222459777a5a47595666334671534f49595833555468505673655f5359444a742d364938623433367167447867225d2c226465707468223a31312c22686173686573223a7b22736861323536223a22646f6748616178775773506f6c2f455058557553574252454b782b664d747a743558666e4a6c76706a764d227d2c22707265765f6576656e7473223a5b22245650355f4a494d4738634c3254656f6b374635675a474a4b4d63644174773935456c545f4a476c4c784c55225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3232333435316362227d'),
	(49, 1, 'key_counts', 'key_counts/@bo14a5e1c6:test.local/M7MKB0GBRR', 0, '\x7b7d', NULL),
	(50, 8, 'device_lists', '@bo14a5e1c6:test.local', 0, '\x7b7d', NULL),
	(51, 3, 'm.account_data', 'account_data/m.test', 0, '\x7b2274797065223a226d2e74657374222c22636f6e74656e74223a7b226e6f7465223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL),
	(52, 3, 'm.account_data', 'account_data/m.push_rules', 0, '\x7b2274797065223a226d2e707573685f72756c6573222c22636f6e74656e74223a7b22676c6f62616c223a7b226f76657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e6d6173746572222c2264656661756c74223a747275652c22656e61626c6564223a66616c73652c22636f6e646974696f6e73223a5b5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6e6f7469636573222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d736774797065222c227061747465726e223a226d2e6e6f74696365227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e696e766974655f666f725f6d65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a22636f6e74656e742e6d656d62657273686970222c227061747465726e223a22696e76697465227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a2240616e6e6131333933643633373a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d656d6265725f6576656e74222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d656d626572227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f757365725f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f636f6e7461696e73222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e757365725f696473222c2276616c7565223a2240616e6e6131333933643633373a746573742e6c6f63616c227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d2c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e69735f726f6f6d5f6d656e74696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e6d656e74696f6e732e726f6f6d222c2276616c7565223a747275657d2c7b226b696e64223a2273656e6465725f6e6f74696669636174696f6e5f7065726d697373696f6e222c226b6579223a22726f6f6d227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e746f6d6273746f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e746f6d6273746f6e65227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22686967686c69676874227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e7265616374696f6e222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e7265616374696f6e227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d2e7365727665725f61636c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e7365727665725f61636c227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2273746174655f6b6579222c227061747465726e223a22227d5d2c22616374696f6e73223a5b5d7d2c7b2272756c655f6964223a222e6d2e72756c652e73757070726573735f6564697473222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f70726f70657274795f6973222c226b6579223a22636f6e74656e742e6d5c5c2e72656c617465735f746f2e72656c5f74797065222c2276616c7565223a226d2e7265706c616365227d5d2c22616374696f6e73223a5b5d7d5d2c22636f6e74656e74223a5b7b2272756c655f6964223a22706c756d222c2264656661756c74223a66616c73652c22656e61626c6564223a747275652c22616374696f6e73223a5b226e6f74696679225d2c227061747465726e223a22706c756d227d5d2c22726f6f6d223a5b5d2c2273656e646572223a5b5d2c22756e64657272696465223a5b7b2272756c655f6964223a222e6d2e72756c652e63616c6c222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e63616c6c2e696e76697465227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2272696e67227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e637279707465645f726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e726f6f6d5f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6d2e72756c652e6d657373616765222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e6d657373616765227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6d2e72756c652e656e63727970746564222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e726f6f6d2e656e63727970746564227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f73746172745f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e6f72672e6d61747269782e6d7363333933302e72756c652e706f6c6c5f7374617274222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226f72672e6d61747269782e6d7363333338312e706f6c6c2e7374617274227d5d2c22616374696f6e73223a5b226e6f74696679225d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b65725f6f6e655f746f5f6f6e65222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a22726f6f6d5f6d656d6265725f636f756e74222c226973223a2232227d2c7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679222c7b227365745f747765616b223a22736f756e64222c2276616c7565223a2264656661756c74227d5d7d2c7b2272756c655f6964223a222e696d2e6c616977616e672e72756c652e737469636b6572222c2264656661756c74223a747275652c22656e61626c6564223a747275652c22636f6e646974696f6e73223a5b7b226b696e64223a226576656e745f6d61746368222c226b6579223a2274797065222c227061747465726e223a226d2e737469636b6572227d5d2c22616374696f6e73223a5b226e6f74696679225d7d5d7d7d7d', NULL),
	(53, 1, 'pushers', 'pushers/@anna1393d637:test.local', 0, '\x7b7d', NULL),
	(54, 1, 'profile', 'profile/@anna1393d637:test.local', 0, '\x7b7d', NULL),
	(55, 4, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a22416e6e61204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a22246b4f7a6c74316475335a7336636f58414357414365386e38764a504a53676972415076305530795f75646f222c226f726967696e5f7365727665725f7473223a313739353631393938313339392c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2273746174655f6b6579223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b222c22245741524f6f32696f3755796b5f36546132364c393655397037464a306841485230706a58594c38794d4773225d2c226465707468223a32382c22686173686573223a7b22736861323536223a226544565a544e4632477837434259434d384b38655a58596b616249424d687273744843734757764172636f227d2c22707265765f6576656e7473223a5b222443704c333341587a645f513230366d563561465753674f79564a6736773039786a33556d58714a324c7855225d7d2c22756e7369676e6564223a7b22707265765f636f6e74656e74223a7b226d656d62657273686970223a226a6f696e227d2c22707265765f73656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c227265706c616365735f7374617465223a2224584964504d415838677a554430323471557336765932322d754f744338523976596f4d6f333363434b786b227d7d'),
	(57, 1, 'profile', 'profile/@_notices:test.local', 0, '\x7b7d', NULL),
	(58, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22726f6f6d5f76657273696f6e223a223131227d2c226576656e745f6964223a2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c226f726967696e5f7365727665725f7473223a313739353631393938313431342c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e637265617465227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b5d2c226465707468223a312c22686173686573223a7b22736861323536223a2267332f534e454e59444d737a2f79512f787066376f7163724a485576302f384838486a6a72516376397830227d2c22707265765f6576656e7473223a5b5d7d7d'),
	(59, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22646973706c61796e616d65223a224c616977616e67222c226d656d62657273686970223a226a6f696e227d2c226576656e745f6964223a222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630225d2c226465707468223a322c22686173686573223a7b22736861323536223a224f7132422f4754436561584346612b347651326f6f48365768426365636156665734704c33346275744177227d2c22707265765f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630225d7d7d'),
	(60, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226576656e74735f64656661756c74223a35302c22696e76697465223a3130302c227573657273223a7b22405f6e6f74696365733a746573742e6c6f63616c223a3130307d2c2275736572735f64656661756c74223a2d31307d2c226576656e745f6964223a22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e706f7765725f6c6576656c73227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a332c22686173686573223a7b22736861323536223a22554c6e2f414233656c6d6a706a5778786d4b2b6c365439522b595361623132375047567550783477735467227d2c22707265765f6576656e7473223a5b222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d7d7d'),
	(62, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b22686973746f72795f7669736962696c697479223a22736861726564227d2c226576656e745f6964223a2224466672615345395564485641596e42437544703054444f703653324250485065436a33325a614c544b5949222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e686973746f72795f7669736962696c697479227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a352c22686173686573223a7b22736861323536223a2246323668727775356d556c56524a4d66344c2f4e5a783869713446486f574e364738515343614574663555227d2c22707265765f6576656e7473223a5b22242d2d396f326954487a575163594f5554792d30454b49364b6c6177614d6c44642d614d694c56777a4d6473225d7d7d'),
	(63, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b2267756573745f616363657373223a22666f7262696464656e227d2c226576656e745f6964223a2224654c67766a5042754d6774786a6932364a7456646f746d5965326a65685f457250772d3345392d43476634222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e67756573745f616363657373227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a362c22686173686573223a7b22736861323536223a22416c62417646753630444d2b4c68396d4f676f6f3166792f69644267503371632f677473794a7448354a30227d2c22707265765f6576656e7473223a5b2224466672615345395564485641596e42437544703054444f703653324250485065436a33325a614c544b5949225d7d7d'),
	(64, 9, 'event', NULL, 0, '\x7b22636f6e74656e74223a7b226e616d65223a224c616977616e67227d2c226576656e745f6964223a2224364d77624c767a78616d42714174365f764f57514549774649634c4f5f79386b6e4f314a57515745614373222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a22222c2274797065223a226d2e726f6f6d2e6e616d65227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a372c22686173686573223a7b22736861323536223a22735159506c463247566250747337536d67334d393034584856422b656c414f2f66456b4b56363644323759227d2c22707265765f6576656e7473223a5b2224654c67766a5042754d6774786a6932364a7456646f746d5965326a65685f457250772d3345392d43476634225d7d7d'),
	(65, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b2269735f646972656374223a747275652c226d656d62657273686970223a22696e76697465227d2c226576656e745f6964223a222467684b576e5a5a555f663838715f584c6763316f35373964466b5f72716b4846537379744237785f334938222c226f726967696e5f7365727665725f7473223a313739353631393938313431352c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2273746174655f6b6579223a224063686f31353830336361333a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d656d626572227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945222c22242d2d396f326954487a575163594f5554792d30454b49364b6c6177614d6c44642d614d694c56777a4d6473225d2c226465707468223a382c22686173686573223a7b22736861323536223a222b354f4e645763317950384d4d6430746f41677a7241542b396f5267554673714a312b4864524269634530227d2c22707265765f6576656e7473223a5b2224364d77624c767a78616d42714174365f764f57514549774649634c4f5f79386b6e4f314a57515745614373225d7d7d'),
	(66, 10, 'membership', 'membership/!hMxTehdLmEbyZdCZum:test.local', 0, '\x7b22726f6f6d5f6964223a2221684d78546568644c6d4562795a64435a756d3a746573742e6c6f63616c222c226d656d62657273686970223a226a6f696e227d', NULL),
	(67, 7, 'membership', 'membership/!hMxTehdLmEbyZdCZum:test.local', 0, '\x7b22726f6f6d5f6964223a2221684d78546568644c6d4562795a64435a756d3a746573742e6c6f63616c222c226d656d62657273686970223a22696e76697465227d', NULL),
	(68, 7, 'm.account_data', 'room_account_data/!hMxTehdLmEbyZdCZum:test.local/m.tag', 0, '\x7b2274797065223a226d2e746167222c22636f6e74656e74223a7b2274616773223a7b226d2e7365727665725f6e6f74696365223a7b7d7d7d7d', NULL),
	(69, 9, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a225765206d6f766520736f6f6e222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224464e494d6b4c5338307264667945445564586349487a386c57634d5a6d344a445a383131354a4455546b45222c226f726967696e5f7365727665725f7473223a313739353631393938313836372c2273656e646572223a22405f6e6f74696365733a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b2224623879326b34727a434a45775130524a4b5953746c3668374678765346792d7072744b4849516f68436630222c22242d2d3163516243316745575f747530367a6d324844474b35514549556f2d414358483548624b6f79443938222c222449324a6f5366664858774c786c427853696e757a50427a635551627063752d6171535668706a6b43636945225d2c226465707468223a392c22686173686573223a7b22736861323536223a227a5a2f415a412f72616c6c4f394f514c485070704834486a6e35767a304d6f4735614636726f6f752f6855227d2c22707265765f6576656e7473223a5b222467684b576e5a5a555f663838715f584c6763316f35373964466b5f72716b4846537379744237785f334938225d7d2c22646576696365223a22405f6e6f74696365733a746573742e6c6f63616c2f222c2274786e223a224063686f31353830336361333a746573742e6c6f63616c227d'),
	(70, 4, 'event', NULL, 1, '\x7b22636f6e74656e74223a7b22626f6479223a226e657773222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224694f71595a6157755f3843304f6e592d7759765930446b427756367467465f3643367531415638657a4b6b222c226f726967696e5f7365727665725f7473223a313739353631393938313930372c2273656e646572223a2240626f31346135653163363a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', '\x7b22706475223a7b22617574685f6576656e7473223a5b222474734a382d5f4f644a6168505f597a58724f39437a5f6b7a7263464c30636955763461706e3349357a7673222c22243276754f31785766506b5457786e756545586f705748445277485a774744564678384863676d44554e6f73222c2224794b307545587a3144484832534373364c426341612d744330465048784f743958504f3738367636453534225d2c226465707468223a32392c22686173686573223a7b22736861323536223a224758715736774b4b304145526e443834596b5a7731536e346b646e5a57694c5353614368614f4b41487567227d2c22707265765f6576656e7473223a5b22246b4f7a6c74316475335a7336636f58414357414365386e38764a504a53676972415076305530795f75646f225d7d2c22646576696365223a2240626f31346135653163363a746573742e6c6f63616c2f4d374d4b423047425252222c2274786e223a2274786e3233633538663765227d'),
	(71, 11, 'm.to_device', NULL, 0, '\x7b2274797065223a226d2e74657374222c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c22636f6e74656e74223a7b22626f6479223a224cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c227d7d', NULL);
INSERT INTO public.log_changes VALUES
	(1, 'room:!DdgtjTkmiMheImtBYZ:test.local', 28, NULL);
INSERT INTO public.log_position VALUES
	(1, 72, 1);
INSERT INTO public.media VALUES
	('Hw8CE-uFBRLZEkuHgr3vEvpc', '@anna1393d637:test.local', 'ready', 'application/octet-stream', '', 9, '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 1795619981246, 1795706381246, 0);
INSERT INTO public.memberships VALUES
	('@bo14a5e1c6:test.local', '!DdgtjTkmiMheImtBYZ:test.local', 'join', 14, 0),
	('@bo14a5e1c6:test.local', '!brkHyHZzAnsvCUicEJ:test.local', 'join', 34, 0),
	('@cho15803ca3:test.local', '!brkHyHZzAnsvCUicEJ:test.local', 'join', 41, 0),
	('@cho15803ca3:test.local', '!DdgtjTkmiMheImtBYZ:test.local', 'invite', 44, 0),
	('@anna1393d637:test.local', '!DdgtjTkmiMheImtBYZ:test.local', 'join', 55, 0),
	('@_notices:test.local', '!hMxTehdLmEbyZdCZum:test.local', 'join', 59, 0),
	('@cho15803ca3:test.local', '!hMxTehdLmEbyZdCZum:test.local', 'invite', 65, 0);
INSERT INTO public.notice_rooms VALUES
	('@cho15803ca3:test.local', '!hMxTehdLmEbyZdCZum:test.local');
INSERT INTO public.one_time_keys VALUES
	(1, '@bo14a5e1c6:test.local', 'M7MKB0GBRR', 'signed_curve25519', 'A', '\x7b226b6579223a22424d6c686c46664330516470686153456559704a66645977755a684c6e4e74756b6e436a4a61533662336b222c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a4d374d4b423047425252223a22565a484d4b6c4d36444b6130423479745a424c5530517432675a337134666a726a2f4733776d44754d54576c6f4a7069725446703546704d6f5667754973463745625a4f4e3867516258446651684c4762426a4e4377227d7d7d'),
	(2, '@bo14a5e1c6:test.local', 'M7MKB0GBRR', 'signed_curve25519', 'B', '\x7b226b6579223a22776974324e65556f6a464b4b345a794b4a45572b6337367364447335746f32706b364e686a347167526841222c227369676e617475726573223a7b2240626f31346135653163363a746573742e6c6f63616c223a7b22656432353531393a4d374d4b423047425252223a2257577739524557346a674b4a7852754f615257517834752f6f3079554b4e427a684f4f4a343361473573666f354a5a526c797452366f37734d4e703245345a5153732f716e6e5a795562397366455851434475614177227d7d7d');
INSERT INTO public.people_search VALUES
	('@bo14a5e1c6:test.local', '
bo14a5e1c6
', '
bo14a5e1c6:test.local
'),
	('@cho15803ca3:test.local', '
cho15803ca3
', '
cho15803ca3:test.local
'),
	('@anna1393d637:test.local', '
anna li 来往 😀 '' \
annali来往😀''\
anna1393d637
', '
anna1393d637:test.local
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
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.join_rules');
INSERT INTO public.profiles VALUES
	('@anna1393d637:test.local', 'displayname', '"Anna Lǐ 来往 😀 \u0000 \u0001\u0002 '' \\"'),
	('@_notices:test.local', 'displayname', '"Laiwang"');
INSERT INTO public.published_rooms VALUES
	('!brkHyHZzAnsvCUicEJ:test.local', 1795619977365);
INSERT INTO public.push_pending VALUES
	('@anna1393d637:test.local', 'test', 'key', 0, '', 1795619981405),
	('@anna1393d637:test.local', 'test', 'key', 70, '{"sound":"default"}', 1795619981908);
INSERT INTO public.push_rules VALUES
	('@anna1393d637:test.local', '{"custom":{"content":[{"rule_id":"plum","default":false,"enabled":true,"actions":["notify"],"pattern":"plum"}]}}');
INSERT INTO public.pushers VALUES
	('test', 'key', '@anna1393d637:test.local', 'JNNNG2UZEK', 'http', '{"kind":"http","app_id":"test","pushkey":"key","app_display_name":"Test","device_display_name":"phone","lang":"en","data":{"url":"https://push.invalid/_matrix/push/v1/notify"}}', 1795619981236, 52);
INSERT INTO public.refresh_tokens VALUES
	('851ec43ceb377eea23b82fd84ebfeb5a8cc38c276828638ed8075ed57fbe1da6', '@cho15803ca3:test.local', 'BUFHBZBVM8', 'eafddcb7ad1e700ec75518a324f342cb0ccefad6fe54dc78c11e18a6da118bf2', NULL);
INSERT INTO public.registration_tokens VALUES
	('spring', NULL, NULL, 1795619980904);
INSERT INTO public.relations VALUES
	('$5uMMbn3eP3ZpWkN5X1Q9reUD9YZgCBC9TyxyDbB5Nuo', 30, '!DdgtjTkmiMheImtBYZ:test.local', '$-YJ4910GD9X_gQgbxcRGb1iPFykCZeYso5QphCyIn8U', 'm.annotation', 'm.reaction', '@bo14a5e1c6:test.local', '👍', 16),
	('$5uMMbn3eP3ZpWkN5X1Q9reUD9YZgCBC9TyxyDbB5Nuo', 31, '!DdgtjTkmiMheImtBYZ:test.local', '$20ErU9NiMdhxz68MCxEjcuymwwC32GtUNDekYz1Q-Gw', 'm.thread', 'm.room.message', '@bo14a5e1c6:test.local', NULL, 16);
INSERT INTO public.reports VALUES
	(1795619981367873, 1795619981367, '@anna1393d637:test.local', 'event', '$Y535Z5UzjCIQxW87G79_xRoNMIpkjHCKn6nJJpz0-7k', '!DdgtjTkmiMheImtBYZ:test.local', '$Y535Z5UzjCIQxW87G79_xRoNMIpkjHCKn6nJJpz0-7k', '@anna1393d637:test.local', 'Lǐ 来往 😀   '' \', '\x7b22636f6e74656e74223a7b22626f6479223a2231204cc79020e69da5e5be8020f09f9880205c7530303030205c75303030315c75303030322027205c5c222c226d736774797065223a226d2e74657874227d2c226576656e745f6964223a2224593533355a35557a6a434951785738374737395f78526f4e4d49706b6a48434b6e366e4a4a707a302d376b222c226f726967696e5f7365727665725f7473223a313739353631393937373235322c2273656e646572223a2240616e6e6131333933643633373a746573742e6c6f63616c222c2274797065223a226d2e726f6f6d2e6d657373616765227d', NULL, NULL, NULL);
INSERT INTO public.room_state VALUES
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.create', '', 3),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.member', '@anna1393d637:test.local', 4),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.power_levels', '', 5),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.canonical_alias', '', 6),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.join_rules', '', 7),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.history_visibility', '', 8),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.guest_access', '', 9),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.name', '', 10),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.member', '@bo14a5e1c6:test.local', 11),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.member', '@bo14a5e1c6:test.local', 14),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.create', '', 33),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.member', '@bo14a5e1c6:test.local', 34),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.power_levels', '', 35),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.join_rules', '', 36),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.history_visibility', '', 37),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.guest_access', '', 38),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.topic', '', 39),
	('!brkHyHZzAnsvCUicEJ:test.local', 'm.room.member', '@cho15803ca3:test.local', 41),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.member', '@cho15803ca3:test.local', 44),
	('!brkHyHZzAnsvCUicEJ:test.local', 'im.laiwang.burn', '', 46),
	('!DdgtjTkmiMheImtBYZ:test.local', 'm.room.member', '@anna1393d637:test.local', 55),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.create', '', 58),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.member', '@_notices:test.local', 59),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.power_levels', '', 60),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.join_rules', '', 61),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.history_visibility', '', 62),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.guest_access', '', 63),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.name', '', 64),
	('!hMxTehdLmEbyZdCZum:test.local', 'm.room.member', '@cho15803ca3:test.local', 65);
INSERT INTO public.rooms VALUES
	('!brkHyHZzAnsvCUicEJ:test.local', '11', 11, '$oMx6YB0q54_Tt3rCkejYC-f-OkJVRWxlqcTtf3GKluo', 47),
	('!hMxTehdLmEbyZdCZum:test.local', '11', 9, '$FNIMkLS80rdfyEDUdXcIHz8lWcMZm4JDZ8115JDUTkE', 69),
	('!DdgtjTkmiMheImtBYZ:test.local', '11', 29, '$iOqYZaWu_8C0OnY-wYvY0DkBwV6tgF_6C6u1AV8ezKk', 70);
INSERT INTO public.schema_fingerprint VALUES
	('8b210b558f78800749ce165d5cef73ca1aced4a20b63cf02fda20dea9262a857');
INSERT INTO public.search_blocks VALUES
	(10, 4, 31, 14, 285, 0, '\x'),
	(39, 6, 47, 3, 49, 0, '\x');
INSERT INTO public.search_texts VALUES
	(10, '\x929e000601010101010101010101010480', '\x016c6920e69da5e5be8020f09f98802027205c0a30206c6920e69da5e5be8020f09f98802027205c0a31206c6920e69da5e5be8020f09f98802027205c0a32206c6920e69da5e5be8020f09f98802027205c0a33206c6920e69da5e5be8020f09f98802027205c0a34206c6920e69da5e5be8020f09f98802027205c0a35206c6920e69da5e5be8020f09f98802027205c0a36206c6920e69da5e5be8020f09f98802027205c0a37206c6920e69da5e5be8020f09f98802027205c0a38206c6920e69da5e5be8020f09f98802027205c0a39206c6920e69da5e5be8020f09f98802027205c0a3130206c6920e69da5e5be8020f09f98802027205c0a3131206c6920e69da5e5be8020f09f98802027205c0a696e206120746872656164'),
	(39, '\x929300040480', '\x02666f72206576657279626f64790a77656c636f6d650a746869732077696c6c20626520676f6e6520746f6d6f72726f77');
INSERT INTO public.topics VALUES
	(1, 'memory'),
	(2, 'user:@bo14a5e1c6:test.local'),
	(3, 'user:@anna1393d637:test.local'),
	(4, 'room:!DdgtjTkmiMheImtBYZ:test.local'),
	(5, 'receipts:!DdgtjTkmiMheImtBYZ:test.local'),
	(6, 'room:!brkHyHZzAnsvCUicEJ:test.local'),
	(7, 'user:@cho15803ca3:test.local'),
	(8, 'device_lists'),
	(9, 'room:!hMxTehdLmEbyZdCZum:test.local'),
	(10, 'user:@_notices:test.local'),
	(11, 'device:@bo14a5e1c6:test.local/M7MKB0GBRR');
INSERT INTO public.transactions VALUES
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 0', '$5uMMbn3eP3ZpWkN5X1Q9reUD9YZgCBC9TyxyDbB5Nuo', 1795619977240),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 1', '$Y535Z5UzjCIQxW87G79_xRoNMIpkjHCKn6nJJpz0-7k', 1795619977252),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 2', '$CduU0js6f5BnjCVH2Y9XIadRoQO-5wUAoMHbGkBwkK8', 1795619977259),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 3', '$yCOaaspYB-p6V6YKjLyz39ve342KDgtKX8eKqQluMTQ', 1795619977262),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 4', '$drQYmjudSVLBABpDrAQ3hAWc_2H0cChUnCHa0ZbmRjI', 1795619977269),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 5', '$BktFB6qoiGdEAQiDKZGSeip9GGJePDLOQ5ywVXvtqJQ', 1795619977274),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 6', '$Xh9PH3WHMlROAbM0IuzNY5pSXCqt6C-KIKygm6f2x9s', 1795619977279),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 7', '$1bHX2HzqNt1sRo7xZVyB9AMcHygg8iAHat4p6Rm9FtE', 1795619977283),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 8', '$_fzFSyUy7IwAozYcDxg24IdIyWHDmpKwwLdKxmZFumM', 1795619977288),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 9', '$jyn6EOWDo-tH3a1FHj1Szm4F8RmRzudfH-tzmGcges0', 1795619977294),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 10', '$am1LAAnPKnb57EIw3UpXEagTL0cVokWaxnkNECUJGDQ', 1795619977297),
	('@anna1393d637:test.local/JNNNG2UZEK', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn 11', '$Ic15m4XGvlm0p-8J8H-ITz-_Mh-PEitaGH9-jHX_veo', 1795619977303),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn17cb6ccd', '$5A8DBagDXx1zSkksyjpse2FjCZvSwmcywiuuBmeyrek', 1795619977307),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'redact/!DdgtjTkmiMheImtBYZ:test.local/$5A8DBagDXx1zSkksyjpse2FjCZvSwmcywiuuBmeyrek', 'txn182e743b', '$3rDxbz6Tg6oWFt7oHZcfZmTob8PIOzbHlDi_cZbg-ZA', 1795619977315),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.reaction', 'txn191e4b4c', '$-YJ4910GD9X_gQgbxcRGb1iPFykCZeYso5QphCyIn8U', 1795619977325),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn20af08c6', '$20ErU9NiMdhxz68MCxEjcuymwwC32GtUNDekYz1Q-Gw', 1795619977337),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!brkHyHZzAnsvCUicEJ:test.local/m.room.message', 'txn217ad0df', '$dJ0E54x1eZjFoT44BhVkGTv0Zhjp9fyh-gXyy0jpBHg', 1795619977396),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!brkHyHZzAnsvCUicEJ:test.local/m.room.message', 'txn223451cb', '$oMx6YB0q54_Tt3rCkejYC-f-OkJVRWxlqcTtf3GKluo', 1795619977423),
	('@_notices:test.local/', 'announcement/1795619981379844', '@cho15803ca3:test.local', '$FNIMkLS80rdfyEDUdXcIHz8lWcMZm4JDZ8115JDUTkE', 1795619981867),
	('@bo14a5e1c6:test.local/M7MKB0GBRR', 'send/!DdgtjTkmiMheImtBYZ:test.local/m.room.message', 'txn23c58f7e', '$iOqYZaWu_8C0OnY-wYvY0DkBwV6tgF_6C6u1AV8ezKk', 1795619981907),
	('@anna1393d637:test.local/JNNNG2UZEK', 'PUT /sendToDevice/m.test', 't24befa2b', '', 1795619981919);
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
