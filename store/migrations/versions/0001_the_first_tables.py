"""The first tables."""

import sqlalchemy as sa
from alembic import op
from store.schema import Document, Moment, Serial

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("taken_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_created_at"), "files", ["created_at"], unique=False)
    op.create_table(
        "institutions",
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("parent_code", sa.String(length=30), nullable=True),
        sa.Column("operator", sa.String(length=200), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("capability", sa.Boolean(), nullable=False),
        sa.Column("skill_level", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_code"], ["institutions.code"], name=op.f("fk_institutions_parent_code")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_institutions")),
        sa.UniqueConstraint("name_key", name=op.f("uq_institutions_name_key")),
    )
    op.create_index(
        op.f("ix_institutions_parent_code"), "institutions", ["parent_code"], unique=False
    )
    op.create_table(
        "people",
        sa.Column("id", Serial, nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("name_fp", sa.LargeBinary(), nullable=True),
        sa.Column("id_number", sa.LargeBinary(), nullable=True),
        sa.Column("id_fp", sa.LargeBinary(), nullable=True),
        sa.Column("id_kind", sa.String(length=30), nullable=True),
        sa.Column("sex", sa.String(length=10), nullable=True),
        sa.Column("born", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("user_name", sa.String(length=100), nullable=True),
        sa.Column("user_key", sa.String(length=100), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("front_draft", Serial, nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("erased_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("id_fp", name=op.f("uq_people_id_fp")),
        sa.UniqueConstraint("user_key", name=op.f("uq_people_user_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_people_name_fp"), "people", ["name_fp"], unique=False)
    op.create_table(
        "units",
        sa.Column("programme", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("occupation_code", sa.String(length=30), nullable=False),
        sa.Column("occupation_name", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("levels", sa.String(length=20), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("programme", "code", name=op.f("pk_units")),
    )
    op.create_table(
        "audit",
        sa.Column("id", Serial, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("person_id", Serial, nullable=True),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("act", sa.String(length=50), nullable=False),
        sa.Column("subject", sa.String(length=100), nullable=False),
        sa.Column("detail", Document, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_audit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_audit_subject_id"), "audit", ["subject", "id"], unique=False)
    op.create_table(
        "batches",
        sa.Column("id", Serial, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("station_code", sa.String(length=30), nullable=False),
        sa.Column("programme", sa.String(length=20), nullable=False),
        sa.Column("candidate_type", sa.String(length=20), nullable=False),
        sa.Column("theory_on", sa.Date(), nullable=False),
        sa.Column("practice_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(length=5), nullable=False),
        sa.Column("venue", sa.String(length=200), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("exam_on", sa.Date(), nullable=False),
        sa.Column("opens_at", Moment(), nullable=False),
        sa.Column("closes_at", Moment(), nullable=False),
        sa.Column("next_serial", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_batches_station_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
        sa.UniqueConstraint("number", name=op.f("uq_batches_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_batches_state_closes_at"), "batches", ["state", "closes_at"], unique=False
    )
    op.create_index(op.f("ix_batches_station_code"), "batches", ["station_code"], unique=False)
    op.create_table(
        "certificates",
        sa.Column("id", Serial, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("number_key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("name_key_fp", sa.LargeBinary(), nullable=False),
        sa.Column("id_number", sa.LargeBinary(), nullable=False),
        sa.Column("id_fp", sa.LargeBinary(), nullable=False),
        sa.Column("sex", sa.String(length=10), nullable=True),
        sa.Column("programme", sa.String(length=20), nullable=True),
        sa.Column("occupation_name", sa.String(length=100), nullable=False),
        sa.Column("unit_code", sa.String(length=30), nullable=False),
        sa.Column("unit_name", sa.String(length=100), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("level_text", sa.String(length=50), nullable=False),
        sa.Column("theory", sa.String(length=5), nullable=False),
        sa.Column("practice", sa.String(length=5), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("schooling", sa.String(length=30), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issuer", sa.String(length=200), nullable=False),
        sa.Column("station_code", sa.String(length=30), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("replaced_by", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["files.id"], name=op.f("fk_certificates_photo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("kind", "number_key", name=op.f("uq_certificates_kind_number_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_certificates_id_fp_number_key"),
        "certificates",
        ["id_fp", "number_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_certificates_name_key_fp_id_fp"),
        "certificates",
        ["name_key_fp", "id_fp"],
        unique=False,
    )
    op.create_index(
        op.f("ix_certificates_number_key_name_key_fp"),
        "certificates",
        ["number_key", "name_key_fp"],
        unique=False,
    )
    op.create_table(
        "chats",
        sa.Column("id", Serial, nullable=False),
        sa.Column("channel", sa.String(length=30), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("person_id", Serial, nullable=True),
        sa.Column("bound_at", Moment(), nullable=False),
        sa.Column("blocked_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_chats_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("channel", "address", name=op.f("uq_chats_channel_address")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_chats_person_id"), "chats", ["person_id"], unique=False)
    op.create_table(
        "codes",
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("code_fp", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_codes_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_codes")),
    )
    op.create_table(
        "drafts",
        sa.Column("id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("form", sa.String(length=50), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=True),
        sa.Column("desk", sa.LargeBinary(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_drafts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_drafts_person_id_state"), "drafts", ["person_id", "state"], unique=False
    )
    op.create_index(
        op.f("ix_drafts_state_updated_at"), "drafts", ["state", "updated_at"], unique=False
    )
    op.create_table(
        "file_owners",
        sa.Column("file_id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_file_owners_file_id")),
        sa.PrimaryKeyConstraint("file_id", "owner", name=op.f("pk_file_owners")),
    )
    op.create_index(op.f("ix_file_owners_owner"), "file_owners", ["owner"], unique=False)
    op.create_table(
        "handovers",
        sa.Column("token_fp", sa.LargeBinary(), nullable=False),
        sa.Column("draft_id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("redeemed_at", Moment(), nullable=True),
        sa.Column("from_channel", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_handovers_person_id")),
        sa.PrimaryKeyConstraint("token_fp", name=op.f("pk_handovers")),
    )
    op.create_index(op.f("ix_handovers_person_id"), "handovers", ["person_id"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("content_fp", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", Serial, nullable=True),
        sa.Column("first_number", sa.Integer(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_inbox_person_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_inbox")),
    )
    op.create_index(op.f("ix_inbox_at"), "inbox", ["at"], unique=False)
    op.create_table(
        "messages",
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=10), nullable=False),
        sa.Column("draft_id", Serial, nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_messages_person_id")),
        sa.PrimaryKeyConstraint("person_id", "number", name=op.f("pk_messages")),
    )
    op.create_table(
        "policy_values",
        sa.Column("id", Serial, nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("value", Document, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("set_by", Serial, nullable=True),
        sa.Column("set_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_policy_values_set_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_values")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "posts",
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_posts_person_id")),
        sa.PrimaryKeyConstraint("person_id", "role", "institution_code", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_institution_code"), "posts", ["institution_code"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("id", Serial, nullable=False),
        sa.Column("token_fp", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("only_draft", Serial, nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("voided_at", Moment(), nullable=True),
        sa.Column("voided_by", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sessions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("token_fp", name=op.f("uq_sessions_token_fp")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sessions_person_id"), "sessions", ["person_id"], unique=False)
    op.create_table(
        "batch_items",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("programme", sa.String(length=20), nullable=False),
        sa.Column("unit_code", sa.String(length=30), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint("people BETWEEN 1 AND 99", name=op.f("ck_batch_items_line")),
        sa.CheckConstraint("taken BETWEEN 0 AND people", name=op.f("ck_batch_items_seats")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_batch_items_batch_id")),
        sa.ForeignKeyConstraint(
            ["programme", "unit_code"],
            ["units.programme", "units.code"],
            name=op.f("fk_batch_items_programme_unit_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_items")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_batch_items_batch_id_unit_code_level"),
        "batch_items",
        ["batch_id", "unit_code", "level"],
        unique=False,
    )
    op.create_index(
        op.f("ix_batch_items_programme_unit_code"),
        "batch_items",
        ["programme", "unit_code"],
        unique=False,
    )
    op.create_table(
        "outbox",
        sa.Column("id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chat_id", Serial, nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("not_before", Moment(), nullable=True),
        sa.Column("good_until", Moment(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("problem", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_outbox_chat_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_outbox_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_outbox_chat_id_state_id"), "outbox", ["chat_id", "state", "id"], unique=False
    )
    op.create_index(op.f("ix_outbox_person_id"), "outbox", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_outbox_state_urgent_id"), "outbox", ["state", "urgent", "id"], unique=False
    )
    op.create_table(
        "registrations",
        sa.Column("id", Serial, nullable=False),
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("id_fp", sa.LargeBinary(), nullable=False),
        sa.Column("programme", sa.String(length=20), nullable=False),
        sa.Column("unit_code", sa.String(length=30), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("item_id", Serial, nullable=False),
        sa.Column("candidate_type", sa.String(length=20), nullable=False),
        sa.Column("condition", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("boxes", sa.LargeBinary(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("stamped_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_registrations_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["batch_items.id"], name=op.f("fk_registrations_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_registrations_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint("batch_id", "id_fp", name=op.f("uq_registrations_batch_id_id_fp")),
        sa.UniqueConstraint(
            "batch_id", "person_id", name=op.f("uq_registrations_batch_id_person_id")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_registrations_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_registrations_batch_id_id"), "registrations", ["batch_id", "id"], unique=False
    )
    op.create_index(op.f("ix_registrations_item_id"), "registrations", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_registrations_person_id"), "registrations", ["person_id"], unique=False
    )
    op.create_table(
        "documents",
        sa.Column("id", Serial, nullable=False),
        sa.Column("registration_id", Serial, nullable=False),
        sa.Column("material", sa.String(length=30), nullable=False),
        sa.Column("file_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_documents_file_id")),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_documents_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_documents_file_id"), "documents", ["file_id"], unique=False)
    op.create_index(
        op.f("ix_documents_registration_id"), "documents", ["registration_id"], unique=False
    )
