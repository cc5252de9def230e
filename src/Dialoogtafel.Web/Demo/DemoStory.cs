using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// Tells what happened with the first table so far, event by event in the order of time, through the verbs of the
/// domain: so the chairs are given by the seat rule itself. Every mail is composed, and ends as the story says.
/// </summary>
internal sealed partial class DemoStory(
    DialoogtafelDb db,
    DemoWorld world,
    DemoClock clock,
    TableMails mails,
    MailOutbox outbox,
    DemoParts parts,
    FieldCipher cipher,
    InstallationOptions options
)
{
    private const string Taken = "250 in de map gelegd";
    private const string Unknown = "550 5.1.1 Dit adres bestaat niet bij ons";
    private const string Broke =
        "De server verbrak de verbinding na het versturen: misschien is de mail aangekomen, misschien niet.";
    private const string Overtaken = "Er is intussen een ander antwoord.";
    private readonly List<Invitation> invitations = [];

    public async Task TellAsync(CancellationToken stop)
    {
        var now = clock.Now;
        await InviteAllAsync(stop);
        var events = DemoPerson
            .All.Zip(invitations)
            .SelectMany(pair => Events(pair.First, pair.Second, now, stop))
            .OrderBy(item => item.At)
            .ToList();
        events.Add((On(now.AddDays(-6), TimeSpan.FromHours(14)), invitations[0], () => PutQuestionsReadyAsync(stop)));
        foreach (var (at, invitation, happen) in events.OrderBy(item => item.At))
        {
            await RemindAsync(at, stop);
            clock.Now = at;
            await happen();
            await parts.Reminders.SyncAsync(world.FirstTable, [invitation], clock.Utc, stop);
            await db.SaveChangesAsync(stop);
        }

        await RemindAsync(now, stop);
        clock.Now = now;
        await PrepareAsync(stop);
        db.AddRange(DemoNeeds.Told(invitations, world.Organiser, cipher));
        TryPieter();
        WriteProgramme();
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The proposal, with one step made longer and another shorter, and what lies ready already.</summary>
    private void WriteProgramme()
    {
        var steps = ProgrammeTemplates.For(world.FirstTable);
        (steps[2].Minutes, steps[3].Minutes) = (15, 15);
        var materials = Material.Preset(world.FirstTable.Id, world.FirstTable.MaxSeats);
        foreach (var item in materials.Take(4))
        {
            item.Tick(world.Organiser.Id, clock.Utc);
        }

        db.AddRange(steps);
        db.AddRange(materials);
    }

    private async Task PutQuestionsReadyAsync(CancellationToken stop)
    {
        db.QuestionSets.AddRange(QuestionPresets.For(world.FirstTable, clock.Utc));
        await new PreparationDesk(db, parts.Reminders).PutReadyAsync(world.FirstTable, clock.Utc, stop);
    }

    /// <summary>The mails about the questions that were due until this moment.</summary>
    private async Task RemindAsync(DateTimeOffset until, CancellationToken stop)
    {
        var due = await db
            .Reminders.Where(item =>
                item.Kind == ReminderKind.QuestionsReady
                && item.DueAt <= until.UtcDateTime
                && item.QueuedAt == null
                && item.StoppedAt == null
            )
            .OrderBy(item => item.DueAt)
            .ToListAsync(stop);
        foreach (var reminder in due)
        {
            clock.Now = new DateTimeOffset(reminder.DueAt, TimeSpan.Zero);
            End(
                await outbox.AddAsync(
                    await parts.Letters.OfAsync(
                        invitations.Single(item => item.Id == reminder.InvitationId),
                        reminder,
                        stop
                    ),
                    stop
                ),
                DemoMail.Sent
            );
            reminder.Queued(clock.Utc);
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>What people answered yesterday afternoon; who is ready is reminded no more.</summary>
    private async Task PrepareAsync(CancellationToken stop)
    {
        var sets = await db
            .QuestionSets.Include(item => item.Questions)
            .AsSplitQuery()
            .Where(item => item.GatheringId == world.FirstTable.Id)
            .OrderBy(item => item.Place)
            .ToListAsync(stop);
        db.AddRange(
            DemoAnswers.Given(
                invitations,
                sets,
                world.Organiser,
                On(clock.Now.AddDays(-1), TimeSpan.FromHours(15)).UtcDateTime,
                cipher
            )
        );
        await db.SaveChangesAsync(stop);
        await parts.Reminders.SyncAsync(world.FirstTable, invitations, clock.Utc, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>
    /// Pieter has no address: he was called yesterday, was not there, and stands on the list of today.
    /// </summary>
    private void TryPieter()
    {
        var pieter = invitations.Single(item => item.Person!.FirstName == "Pieter");
        db.Add(
            new CallAttempt
            {
                InvitationId = pieter.Id,
                ById = world.Organiser.Id,
                At = On(clock.Now.AddDays(-1), TimeSpan.FromHours(11)).UtcDateTime,
                Outcome = CallOutcome.NotReached,
                CallAgainOn = DateOnly.FromDateTime(LocalTime.ToLocal(clock.Utc, options.Zone)),
            }.With(cipher.Seal("De voicemail zegt dat hij 's middags thuis is. Dan nog eens proberen."))
        );
    }
}
