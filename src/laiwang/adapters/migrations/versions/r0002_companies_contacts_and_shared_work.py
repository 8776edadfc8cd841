"""What several processes share, and whom people belong to and know: organisations, verifications, contacts.

All of it begins empty; what people had before is not touched.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The step itself, inside the transaction of the whole upgrade."""
    _share_work()
    _found_organisations()
    _give_verifications()
    _keep_contacts()
    _claim_domains()
    _let_people_leave()
    _let_other_systems_keep_staff()


def _share_work() -> None:
    """What several processes share: leases, limits, flows of authentication."""
    op.create_table(
        "leases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("term", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "processes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("knows", sa.Text(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "rate_buckets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("free_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "uia_sessions",
        sa.Column("id_hash", sa.Text(), nullable=False),
        sa.Column("started_ms", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id_hash"),
        sqlite_with_rowid=False,
    )
    op.create_index("uia_sessions_started", "uia_sessions", ["started_ms"])


def _found_organisations() -> None:
    """Organisations with departments, members, invitations and partners; answers to repeated writes."""
    op.create_table(
        "organisation_departments",
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("department_id"),
    )
    op.create_index(
        "organisation_departments_sibling",
        "organisation_departments",
        ["organisation_id", "parent_id", "folded_name"],
        unique=True,
    )
    op.create_table(
        "organisation_invitations",
        sa.Column("invitation_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("department_id", sa.Text(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.Column("used_ms", sa.BigInteger(), nullable=True),
        sa.Column("used_for", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("invitation_id"),
    )
    op.create_index("organisation_invitations_code", "organisation_invitations", ["code"], unique=True)
    op.create_index("organisation_invitations_of", "organisation_invitations", ["organisation_id", "invitation_id"])
    op.create_table(
        "organisation_members",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("joined_ms", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("is_active", sa.Integer(), nullable=False),
        sa.Column("is_managed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )
    op.create_index(
        "organisation_members_external",
        "organisation_members",
        ["organisation_id", "external_id"],
        unique=True,
        sqlite_where=sa.text("external_id IS NOT NULL"),
        postgresql_where=sa.text("external_id IS NOT NULL"),
    )
    op.create_index("organisation_members_person", "organisation_members", ["user_id"])
    op.create_table(
        "organisation_partnerships",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "partner_id"),
    )
    op.create_index("organisation_partnerships_partner", "organisation_partnerships", ["partner_id"])
    op.create_table(
        "organisation_posts",
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("is_supervisor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("department_id", "user_id"),
    )
    op.create_index("organisation_posts_person", "organisation_posts", ["organisation_id", "user_id"])
    op.create_table(
        "organisation_shared_departments",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("department_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "partner_id", "department_id"),
    )
    op.create_index("organisation_shared_departments_department", "organisation_shared_departments", ["department_id"])
    op.create_table(
        "organisations",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_verified", sa.Integer(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id"),
    )
    op.create_table(
        "repeats",
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash"),
    )
    op.create_index("repeats_at", "repeats", ["at_ms"])


def _give_verifications() -> None:
    """Who is verified."""
    op.create_table(
        "verifications",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "kind"),
    )


def _keep_contacts() -> None:
    """Contacts and requests to be one."""
    op.create_table(
        "contact_requests",
        sa.Column("from_id", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("greeting", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("decided_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("from_id", "to_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("contact_requests", schema=None) as batch_op:
        batch_op.create_index("contact_requests_room", ["room_id"], unique=False)
        batch_op.create_index("contact_requests_to", ["to_id", "made_ms"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "contact_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("contacts_contact", ["contact_id"], unique=False)

    op.create_table(
        "contacts_unsuggested",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
        sqlite_with_rowid=False,
    )


def _claim_domains() -> None:
    """Domains of work addresses."""
    op.create_table(
        "organisation_bars",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )
    op.create_table(
        "organisation_domains",
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_ms", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("domain", "organisation_id"),
    )

    op.create_index(
        "organisation_domains_confirmed",
        "organisation_domains",
        ["domain"],
        unique=True,
        sqlite_where=sa.text("confirmed_ms IS NOT NULL"),
        postgresql_where=sa.text("confirmed_ms IS NOT NULL"),
    )


def _let_people_leave() -> None:
    """People who leave, with what goes to their heirs."""
    op.create_table(
        "departures",
        sa.Column("departure_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("heir", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("has_rooms", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("started_ms", sa.BigInteger(), nullable=False),
        sa.Column("finished_ms", sa.BigInteger(), nullable=True),
        sa.Column("after_room", sa.Text(), nullable=False),
        sa.Column("rooms_done", sa.BigInteger(), nullable=False),
        sa.Column("rooms_given", sa.BigInteger(), nullable=False),
        sa.Column("rooms_refused", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("departure_id"),
    )

    op.create_index("departures_finished", "departures", ["finished_ms"])
    op.create_index("departures_of", "departures", ["organisation_id", "departure_id"])


def _let_other_systems_keep_staff() -> None:
    """Staff that other systems keep by SCIM."""
    op.create_table(
        "scim_tokens",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "name"),
    )

    op.create_index("scim_tokens_hash", "scim_tokens", ["token_hash"], unique=True)

    op.create_table(
        "scim_users",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("has_locked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "user_id"),
    )

    op.create_index("scim_users_name", "scim_users", ["organisation_id", "folded_name"], unique=True)
