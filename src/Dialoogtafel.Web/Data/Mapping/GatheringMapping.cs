using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class GatheringKindMapping : IEntityTypeConfiguration<GatheringKind>
{
    public void Configure(EntityTypeBuilder<GatheringKind> kind) => kind.HasIndex(item => item.Key).IsUnique();
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<GatheringSeries>
{
    public void Configure(EntityTypeBuilder<GatheringSeries> series)
    {
        series.HasOne(item => item.Project).WithMany().HasForeignKey(item => item.ProjectId);
        series.HasOne(item => item.LifeDomain).WithMany().HasForeignKey(item => item.LifeDomainId);
        series.HasMany(item => item.Gatherings).WithOne(item => item.Series).HasForeignKey(item => item.SeriesId);
    }
}

internal sealed class GatheringMapping : IEntityTypeConfiguration<Gathering>
{
    public void Configure(EntityTypeBuilder<Gathering> gathering)
    {
        gathering.HasIndex(item => new { item.SeriesId, item.Number }).IsUnique();
        gathering.HasOne(item => item.Kind).WithMany().HasForeignKey(item => item.KindId);
        gathering.HasOne(item => item.Location).WithMany().HasForeignKey(item => item.LocationId);
        gathering.HasOne(item => item.ProcessFacilitator).WithMany().HasForeignKey(item => item.ProcessFacilitatorId);
        gathering.HasOne(item => item.ContentFacilitator).WithMany().HasForeignKey(item => item.ContentFacilitatorId);
        gathering.HasOne(item => item.ReserveFacilitator).WithMany().HasForeignKey(item => item.ReserveFacilitatorId);
        gathering.HasOne(item => item.ContactPerson).WithMany().HasForeignKey(item => item.ContactPersonId);
        gathering.HasMany(item => item.Wanted).WithOne().HasForeignKey(item => item.GatheringId);
        gathering.HasMany(item => item.Duties).WithOne().HasForeignKey(item => item.GatheringId);
    }
}

internal sealed class DutyPeriodMapping : IEntityTypeConfiguration<DutyPeriod>
{
    public void Configure(EntityTypeBuilder<DutyPeriod> duty) =>
        duty.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
}

internal sealed class WantedSeatsMapping : IEntityTypeConfiguration<WantedSeats>
{
    public void Configure(EntityTypeBuilder<WantedSeats> wanted)
    {
        wanted.HasIndex(item => new { item.GatheringId, item.PerspectiveId }).IsUnique();
        wanted.HasOne(item => item.Perspective).WithMany().HasForeignKey(item => item.PerspectiveId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasIndex(item => new { item.GatheringId, item.PersonId }).IsUnique();
        invitation.HasIndex(item => new { item.GatheringId, item.Answer });
        invitation.HasIndex(item => item.PersonId);
        invitation.HasOne(item => item.Gathering).WithMany().HasForeignKey(item => item.GatheringId);
        invitation.HasOne(item => item.Person).WithMany().HasForeignKey(item => item.PersonId);
        invitation.HasOne(item => item.Perspective).WithMany().HasForeignKey(item => item.PerspectiveId);
        invitation.HasOne<Person>().WithMany().HasForeignKey(item => item.ApproacherId);
        invitation.HasMany(item => item.History).WithOne().HasForeignKey(item => item.InvitationId);
    }
}

internal sealed class NeedsMapping : IEntityTypeConfiguration<Needs>
{
    public void Configure(EntityTypeBuilder<Needs> needs)
    {
        needs.ToTable("Needs");
        needs.HasIndex(item => new { item.InvitationId, item.Device }).IsUnique();
        needs.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
    }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder
            .HasIndex(item => new
            {
                item.InvitationId,
                item.Kind,
                item.Episode,
            })
            .IsUnique();
        reminder.HasIndex(item => item.DueAt);
        reminder.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
    }
}

internal sealed class PersonalLinkMapping : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> link)
    {
        link.HasIndex(item => new
        {
            item.PersonId,
            item.GatheringId,
            item.Purpose,
        });
        link.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        link.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<AgreedAction>().WithMany().HasForeignKey(item => item.ActionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MailContentMapping : IEntityTypeConfiguration<MailContent>
{
    public void Configure(EntityTypeBuilder<MailContent> content)
    {
        content.ToTable("MailContents").HasKey(item => item.MailId);
        content.Property(item => item.MailId).ValueGeneratedNever();
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(item => item.Id).ValueGeneratedNever();
        mail.HasIndex(item => item.Key).IsUnique();
        // What was queued before these columns were there has them from its kind, else not.
        mail.Property(item => item.IsUnasked).HasDefaultValue(false).ValueGeneratedNever();
        mail.Property(item => item.KeepsQuiet).HasDefaultValue(false).ValueGeneratedNever();
        mail.Property(item => item.IsRenewable).HasDefaultValue(false).ValueGeneratedNever();
        mail.Property(item => item.GivesWay).HasDefaultValue(false).ValueGeneratedNever();
        mail.Property(item => item.CanBeTakenBack).HasDefaultValue(false).ValueGeneratedNever();
        // So that personal mail is found without reading the rows of a newsletter.
        mail.HasIndex(item => new
        {
            item.State,
            item.NextAt,
            item.GivesWay,
        });
        mail.HasIndex(item => item.InvitationId);
        mail.HasIndex(item => item.ActionId);
        mail.Ignore(item => item.Content);
        mail.HasOne(item => item.Stored).WithOne().HasForeignKey<MailContent>(content => content.MailId);
        mail.Navigation(item => item.Stored).AutoInclude();
        // Makes each change of state a conditional update: two pumps cannot claim the same mail.
        mail.Property(item => item.State).IsConcurrencyToken();
        mail.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        mail.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        mail.HasOne<NewsletterIssue>().WithMany().HasForeignKey(item => item.IssueId);
        mail.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
    }
}
