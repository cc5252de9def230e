using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.Ignore(item => item.IsPresent);
        attendance.HasIndex(item => new { item.GatheringId, item.PersonId }).IsUnique();
        attendance.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        attendance.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
    }
}

internal sealed class FetchCheckMapping : IEntityTypeConfiguration<FetchCheck>
{
    public void Configure(EntityTypeBuilder<FetchCheck> check)
    {
        check.HasIndex(item => item.InvitationId);
        check.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
    }
}

internal sealed class TableNoteMapping : IEntityTypeConfiguration<TableNote>
{
    public void Configure(EntityTypeBuilder<TableNote> note)
    {
        note.HasIndex(item => item.GatheringId);
        note.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
    }
}

internal sealed class TableReportMapping : IEntityTypeConfiguration<TableReport>
{
    public void Configure(EntityTypeBuilder<TableReport> report)
    {
        report.Ignore(item => item.IsOut).Ignore(item => item.ChangedSinceSent);
        report.HasIndex(item => item.GatheringId).IsUnique();
        report.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        report.HasMany(item => item.Agreements).WithOne().HasForeignKey(item => item.ReportId);
    }
}

internal sealed class ReportAgreementMapping : IEntityTypeConfiguration<ReportAgreement>
{
    public void Configure(EntityTypeBuilder<ReportAgreement> agreement)
    {
        agreement.ToTable("ReportAgreements");
        agreement.HasIndex(item => new { item.ReportId, item.FacilitatorId }).IsUnique();
        agreement.HasOne<Person>().WithMany().HasForeignKey(item => item.FacilitatorId);
    }
}

internal sealed class ContactListVersionMapping : IEntityTypeConfiguration<ContactListVersion>
{
    public void Configure(EntityTypeBuilder<ContactListVersion> version)
    {
        version.HasIndex(item => new { item.GatheringId, item.Number }).IsUnique();
        version.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        version.HasMany(item => item.Receipts).WithOne().HasForeignKey(item => item.VersionId);
    }
}

internal sealed class ContactListReceiptMapping : IEntityTypeConfiguration<ContactListReceipt>
{
    public void Configure(EntityTypeBuilder<ContactListReceipt> receipt)
    {
        receipt.ToTable("ContactListReceipts");
        receipt.HasIndex(item => new { item.VersionId, item.PersonId }).IsUnique();
        receipt.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
    }
}
