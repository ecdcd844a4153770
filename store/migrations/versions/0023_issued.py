"""Results approved, certificates applied for, issued and changed."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("certificates", sa.Column("changed_on", sa.Date()))
    op.create_table(
        "approved_results",
        sa.Column("batch_id", Serial, autoincrement=False, nullable=False),
        sa.Column("approved_at", Moment(), nullable=False),
        sa.Column("free_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_approved_results")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_approved_results_batch_id")
        ),
    )
    op.create_table(
        "certificate_applications",
        sa.Column("id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(30), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("decided_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_applications")),
        sa.ForeignKeyConstraint(
            ["institution_code"],
            ["institutions.code"],
            name=op.f("fk_certificate_applications_institution_code"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "applied_batches",
        sa.Column("application_id", Serial, autoincrement=False, nullable=False),
        sa.Column("batch_id", Serial, autoincrement=False, nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("application_id", "batch_id", name=op.f("pk_applied_batches")),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["certificate_applications.id"],
            name=op.f("fk_applied_batches_application_id"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_applied_batches_batch_id")
        ),
    )
    one_that_counts("applied_batches", "batch_id")
    op.create_table(
        "issuer_codes",
        sa.Column("institution_code", sa.String(30), nullable=False),
        sa.Column("prefix", sa.String(13), nullable=False),
        sa.Column("set_by", Serial),
        sa.Column("set_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("institution_code", name=op.f("pk_issuer_codes")),
        sa.ForeignKeyConstraint(
            ["institution_code"],
            ["institutions.code"],
            name=op.f("fk_issuer_codes_institution_code"),
        ),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_issuer_codes_set_by")),
    )
    op.create_table(
        "issues",
        sa.Column("batch_id", Serial, autoincrement=False, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("released_at", Moment(), nullable=False),
        sa.Column("issued_on", sa.Date()),
        sa.Column("begun_by", Serial),
        sa.Column("finished_at", Moment()),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_issues")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_issues_batch_id")),
        sa.ForeignKeyConstraint(["begun_by"], ["people.id"], name=op.f("fk_issues_begun_by")),
    )
    issued_certificates()
    op.create_table(
        "certificate_steps",
        sa.Column("id", Serial, nullable=False),
        sa.Column("certificate_id", Serial, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("person_id", Serial),
        sa.Column("reason", Sealed()),
        sa.Column("other_number", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_steps")),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificates.id"],
            name=op.f("fk_certificate_steps_certificate_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_certificate_steps_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_certificate_steps_certificate_id"), "certificate_steps", ["certificate_id"]
    )


def issued_certificates() -> None:
    op.create_table(
        "issued_certificates",
        sa.Column("certificate_id", Serial, autoincrement=False, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("registration_id", Serial, nullable=False),
        sa.Column("running_number", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("certificate_id", name=op.f("pk_issued_certificates")),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificates.id"],
            name=op.f("fk_issued_certificates_certificate_id"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_issued_certificates_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_issued_certificates_registration_id"),
        ),
    )
    op.create_index(
        op.f("ix_issued_certificates_batch_id_running_number"),
        "issued_certificates",
        ["batch_id", "running_number"],
    )
    one_that_counts("issued_certificates", "registration_id")


def one_that_counts(table: str, column: str) -> None:
    counts = sa.text("counts")
    op.create_index(
        f"uq_{table}_counting",
        table,
        [column],
        unique=True,
        sqlite_where=counts,
        postgresql_where=counts,
    )
