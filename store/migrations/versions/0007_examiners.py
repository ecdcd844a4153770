"""Examiners, supervisors and training classes."""

import sqlalchemy as sa
from alembic import op
from store.schema import Document, Moment, Serial

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "examiner_applications",
        sa.Column("id", Serial, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("id_number", sa.LargeBinary(), nullable=False),
        sa.Column("id_fp", sa.LargeBinary(), nullable=False),
        sa.Column("open_fp", sa.LargeBinary(), nullable=True),
        sa.Column("trades", Document, nullable=False),
        sa.Column("boxes", sa.LargeBinary(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_code"],
            ["institutions.code"],
            name=op.f("fk_examiner_applications_institution_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examiner_applications")),
        sa.UniqueConstraint("number", name=op.f("uq_examiner_applications_number")),
        sa.UniqueConstraint("open_fp", name=op.f("uq_examiner_applications_open_fp")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_examiner_applications_id_fp"), "examiner_applications", ["id_fp"], unique=False
    )
    op.create_index(
        op.f("ix_examiner_applications_institution_code"),
        "examiner_applications",
        ["institution_code"],
        unique=False,
    )
    op.create_table(
        "supervisors",
        sa.Column("id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("organiser", sa.String(length=30), nullable=False),
        sa.Column("works_at", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("training", sa.String(length=200), nullable=False),
        sa.Column("trained_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("registered_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organiser"], ["institutions.code"], name=op.f("fk_supervisors_organiser")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_supervisors_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisors")),
        sa.UniqueConstraint(
            "person_id", "organiser", name=op.f("uq_supervisors_person_id_organiser")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_supervisors_organiser"), "supervisors", ["organiser"], unique=False)
    op.create_table(
        "training_classes",
        sa.Column("id", Serial, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("organiser", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("mode", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.CheckConstraint("seats > 0", name=op.f("ck_training_classes_seats")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_training_classes_days")),
        sa.ForeignKeyConstraint(
            ["organiser"], ["institutions.code"], name=op.f("fk_training_classes_organiser")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_classes")),
        sa.UniqueConstraint("number", name=op.f("uq_training_classes_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_training_classes_organiser"), "training_classes", ["organiser"], unique=False
    )
    op.create_table(
        "examiners",
        sa.Column("id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("trades", Document, nullable=False),
        sa.Column("trained_on", sa.Date(), nullable=False),
        sa.Column("appointed_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("application_id", Serial, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["examiner_applications.id"],
            name=op.f("fk_examiners_application_id"),
        ),
        sa.ForeignKeyConstraint(
            ["institution_code"], ["institutions.code"], name=op.f("fk_examiners_institution_code")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_examiners_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examiners")),
        sa.UniqueConstraint(
            "person_id",
            "institution_code",
            "kind",
            name=op.f("uq_examiners_person_id_institution_code_kind"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_examiners_institution_code"), "examiners", ["institution_code"], unique=False
    )
    op.create_table(
        "training_places",
        sa.Column("id", Serial, nullable=False),
        sa.Column("class_id", Serial, nullable=False),
        sa.Column("application_id", Serial, nullable=True),
        sa.Column("supervisor_id", Serial, nullable=True),
        sa.Column("told_waiting", sa.Boolean(), nullable=False),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("result_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "(application_id IS NULL) <> (supervisor_id IS NULL)",
            name=op.f("ck_training_places_who"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["examiner_applications.id"],
            name=op.f("fk_training_places_application_id"),
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["training_classes.id"], name=op.f("fk_training_places_class_id")
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["supervisors.id"], name=op.f("fk_training_places_supervisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_places")),
        sa.UniqueConstraint(
            "class_id", "application_id", name=op.f("uq_training_places_class_id_application_id")
        ),
        sa.UniqueConstraint(
            "class_id", "supervisor_id", name=op.f("uq_training_places_class_id_supervisor_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_training_places_application_id"),
        "training_places",
        ["application_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_training_places_supervisor_id"), "training_places", ["supervisor_id"], unique=False
    )
