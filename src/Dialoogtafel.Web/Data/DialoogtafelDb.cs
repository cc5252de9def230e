using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Access;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// All that is stored. One save is one transaction; writes pass one gate because SQLite has one writer.
/// </summary>
public sealed class DialoogtafelDb(DbContextOptions<DialoogtafelDb> options, WriteGate gate, Nudge nudge)
    : IdentityUserContext<TeamAccount, int>(options)
{
    public DbSet<InstallationSettings> Installation => Set<InstallationSettings>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Perspective> Perspectives => Set<Perspective>();
    public DbSet<PersonPerspective> PersonPerspectives => Set<PersonPerspective>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();
    public DbSet<SubscriptionRequest> SubscriptionRequests => Set<SubscriptionRequest>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<LifeDomain> LifeDomains => Set<LifeDomain>();
    public DbSet<TeamMembership> Memberships => Set<TeamMembership>();
    public DbSet<SignInRequest> SignInRequests => Set<SignInRequest>();
    public DbSet<GatheringKind> GatheringKinds => Set<GatheringKind>();
    public DbSet<GatheringSeries> Series => Set<GatheringSeries>();
    public DbSet<Gathering> Gatherings => Set<Gathering>();
    public DbSet<DutyPeriod> DutyPeriods => Set<DutyPeriod>();
    public DbSet<WantedSeats> WantedSeats => Set<WantedSeats>();
    public DbSet<Location> Locations => Set<Location>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<InvitationEvent> InvitationEvents => Set<InvitationEvent>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<CallAttempt> CallAttempts => Set<CallAttempt>();
    public DbSet<Needs> Needs => Set<Needs>();
    public DbSet<QuestionSet> QuestionSets => Set<QuestionSet>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<AnswerRead> AnswerReads => Set<AnswerRead>();
    public DbSet<PreparationProgress> Preparations => Set<PreparationProgress>();
    public DbSet<OverviewWish> OverviewWishes => Set<OverviewWish>();
    public DbSet<ProgrammeStep> ProgrammeSteps => Set<ProgrammeStep>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<AgreedAction> Actions => Set<AgreedAction>();
    public DbSet<ActionLogEntry> ActionLog => Set<ActionLogEntry>();
    public DbSet<NewsletterIssue> NewsletterIssues => Set<NewsletterIssue>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<FetchCheck> FetchChecks => Set<FetchCheck>();
    public DbSet<TableNote> TableNotes => Set<TableNote>();
    public DbSet<TableReport> TableReports => Set<TableReport>();
    public DbSet<ContactListVersion> ContactListVersions => Set<ContactListVersion>();
    public DbSet<ReadLogEntry> ReadLog => Set<ReadLogEntry>();
    public DbSet<PersonalLink> Links => Set<PersonalLink>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<SendingPause> SendingPauses => Set<SendingPause>();
    public DbSet<MailContent> MailContents => Set<MailContent>();

    private bool queued;

    /// <summary>
    /// Held while this context has a transaction of its own, so that a save inside it does not wait for itself.
    /// </summary>
    internal bool HoldsGate { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DialoogtafelDb).Assembly);
        foreach (
            var entity in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IVersioned)))
        )
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<QuestionKind>().HaveConversion<QuestionKindConverter>();
        conventions.Properties<Appointment>().HaveConversion<AppointmentConverter>();
        conventions.Properties<SealedText>().HaveConversion<SealedTextConverter>();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: a thread that waits for the writer is a thread lost.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default)
    {
        // One look at what changed: each is as long as what is tracked.
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
            {
                versioned.Version++;
            }

            queued |= entry.Entity is OutgoingMail mail && IsQueued(mail, entry);
        }

        if (HoldsGate)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
        }

        using var turn = await gate.EnterAsync(stop);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
        WakeWhenQueued();
        return saved;
    }

    /// <summary>After a commit that queued mail: the pump looks at once, and nobody can forget to say so.</summary>
    internal void WakeWhenQueued()
    {
        if (queued)
        {
            queued = false;
            nudge.Wake();
        }
    }

    /// <summary>A new mail, or one that a person sends again; not one that the pump puts back itself.</summary>
    private static bool IsQueued(OutgoingMail mail, EntityEntry entry) =>
        mail.State == MailState.Queued
        && (
            entry.State == EntityState.Added
            || (
                entry.State == EntityState.Modified
                && entry.OriginalValues.GetValue<MailState>(nameof(OutgoingMail.State))
                    is MailState.Failed
                        or MailState.Uncertain
            )
        );

    /// <summary>A transaction that holds the write gate until it is disposed; rolled back unless committed.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken stop = default)
    {
        var turn = await gate.EnterAsync(stop);
        try
        {
            var transaction = await Database.BeginTransactionAsync(stop);
            HoldsGate = true;
            return new WriteTransaction(this, transaction, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
