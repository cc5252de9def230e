using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// Tells what happened with the first table so far, event by event in the order of time, through the verbs of the
/// domain: so the chairs are given by the seat rule itself. Every mail is composed, and ends as the story says.
/// </summary>
internal sealed class DemoStory(
    DialoogtafelDb db,
    DemoWorld world,
    DemoClock clock,
    TableMails mails,
    MailOutbox outbox,
    ReminderLetters letters,
    ReminderDesk reminders,
    LinkDesk links,
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
            await reminders.SyncAsync(world.FirstTable, [invitation], clock.Utc, stop);
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
        await new PreparationDesk(db, reminders).PutReadyAsync(world.FirstTable, clock.Utc, stop);
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
                    await letters.OfAsync(invitations.Single(item => item.Id == reminder.InvitationId), reminder, stop),
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
        await reminders.SyncAsync(world.FirstTable, invitations, clock.Utc, stop);
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

    private async Task InviteAllAsync(CancellationToken stop)
    {
        var table = world.FirstTable;
        foreach (var plan in DemoPerson.All)
        {
            var made = clock.Utc.AddDays(-14);
            var person = new Person
            {
                FirstName = plan.First,
                LastName = plan.Last,
                Email = plan.Email,
                Phone = plan.Phone,
                Language = plan.English ? "en" : "nl",
                CreatedAt = made,
            };
            person.Preference = plan.Email is null ? ContactPreference.Phone : ContactPreference.Mail;
            var invitation = new Invitation
            {
                GatheringId = table.Id,
                Gathering = table,
                PersonId = 0,
                Person = person,
                PerspectiveId = world.Parties[plan.Party].Id,
                ApproacherId = world.Organiser.Id,
                ViaWhom = plan.Via,
                CreatedAt = made,
                OwnSentence =
                    plan.First == "Amina"
                        ? cipher.Seal("Wij spraken elkaar vorige maand in het buurthuis. Fijn als u weer meedenkt.")
                        : null,
            };
            invitations.Add(invitation);
            db.Add(invitation);
        }

        await db.SaveChangesAsync(stop);
        foreach (var (plan, invitation) in DemoPerson.All.Zip(invitations))
        {
            links.Open(invitation.PersonId, table.Id, invitation.CreatedAt);
            var perspective = new PersonPerspective
            {
                PersonId = invitation.PersonId,
                PerspectiveId = invitation.PerspectiveId,
                AccordingTo = plan.Via,
            };
            if (plan.Answer is not null)
            {
                perspective.Confirm(clock.Utc.AddHours(-plan.AnsweredHoursAgo));
            }

            db.Add(perspective);
        }

        await db.SaveChangesAsync(stop);
    }

    private IEnumerable<(DateTimeOffset At, Invitation Whose, Func<Task> Happen)> Events(
        DemoPerson plan,
        Invitation invitation,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        if (plan.AskedDaysAgo is { } days)
        {
            // Some minutes apart, so that the list reads as a morning's work.
            yield return (On(now.AddDays(-days), TimeSpan.FromMinutes(9 * 60 + (invitation.Id * 3))), invitation, () =>
                AskAsync(plan, invitation, stop)
            );
        }

        if (plan.Answer is { } answer)
        {
            yield return (
                On(now.AddHours(-plan.AnsweredHoursAgo), TimeSpan.FromHours(11 + (plan.AnsweredHoursAgo % 9))),
                invitation,
                () => AnswerAsync(plan, invitation, answer, stop)
            );
        }
    }

    /// <summary>Nobody answers at night, whatever the hour at which the demo is made.</summary>
    private DateTimeOffset On(DateTimeOffset day, TimeSpan hour) =>
        new(LocalTime.ToUtc(LocalTime.ToLocal(day.UtcDateTime, options.Zone).Date + hour, options.Zone), TimeSpan.Zero);

    private async Task AskAsync(DemoPerson plan, Invitation invitation, CancellationToken stop)
    {
        var hand = new Hand(plan.Asked, world.Organiser.Id);
        invitation.Approach(hand, clock.Utc);
        if (plan.Mail == DemoMail.None)
        {
            return;
        }

        End(await mails.InviteAsync(invitation, stop), plan.Mail);
        if (plan.Mail == DemoMail.Recalled)
        {
            invitation.Recall(hand, clock.Utc);
            clock.Now = clock.Now.AddMinutes(10);
            invitation.Approach(hand, clock.Utc);
            End(await mails.InviteAsync(invitation, stop), DemoMail.Sent);
        }
    }

    private async Task AnswerAsync(DemoPerson plan, Invitation invitation, RsvpAnswer answer, CancellationToken stop)
    {
        var hand = plan.By == ContactChannel.Page ? Hand.Self : new Hand(plan.By, world.Organiser.Id);
        invitation.Respond(answer, world.FirstTable, Seats(), hand, clock.Utc);
        Follow(invitation, answer);
        TakeRole(invitation, answer);
        if (plan.By == ContactChannel.Phone)
        {
            db.Add(
                new ConsentRecord
                {
                    PersonId = invitation.PersonId,
                    ProjectId = world.Project.Id,
                    Purpose = ConsentPurpose.StayInNetwork,
                    TextVersion = "2026-11",
                    Channel = ConsentChannel.Phone,
                    RecordedById = world.Organiser.Id,
                    GivenAt = clock.Utc,
                }
            );
        }

        End(await mails.ConfirmAsync(invitation, TimeSpan.Zero, stop), DemoMail.Sent);
        if (answer == RsvpAnswer.Substitute)
        {
            await mails.TellOrganiserAsync(invitation, "iemand-anders", stop);
            End(
                db.ChangeTracker.Entries<OutgoingMail>()
                    .Select(entry => entry.Entity)
                    .Single(mail => mail.Kind == "iemand-anders-team"),
                DemoMail.Sent
            );
        }
    }

    /// <summary>What the page asks after the answer.</summary>
    private void Follow(Invitation invitation, RsvpAnswer answer)
    {
        switch (answer)
        {
            case RsvpAnswer.Maybe:
                invitation.KnowsLater(KnowsWhen.NextWeek, clock.Utc.AddDays(9), clock.Utc);
                break;
            case RsvpAnswer.Contribute:
                invitation.AskCall(
                    CallReason.WantsToContribute,
                    cipher.Seal("Liefst in de ochtend, voor twaalf uur."),
                    null,
                    clock.Utc
                );
                break;
            case RsvpAnswer.Substitute:
                invitation.AskCall(
                    CallReason.NamedSubstitute,
                    cipher.Seal(new NamedSubstitute("Bram Peeters", "bram@voorbeeld.example", null, true).InWords()),
                    null,
                    clock.Utc
                );
                break;
            case RsvpAnswer.Yes or RsvpAnswer.No:
                break;
            default:
                throw new InvalidOperationException($"Unknown answer {answer}");
        }
    }

    private void TakeRole(Invitation invitation, RsvpAnswer answer)
    {
        ParticipationRole? role = answer switch
        {
            RsvpAnswer.Yes => ParticipationRole.Partner,
            RsvpAnswer.Contribute => ParticipationRole.Informant,
            _ => null,
        };
        if (
            role is { } given
            && RoleAssignment.Take(
                [],
                invitation.PersonId,
                world.Project.Id,
                given,
                "antwoord op de uitnodiging",
                clock.Utc
            )
                is { } assignment
        )
        {
            db.Add(assignment);
        }
    }

    private SeatPlan Seats() =>
        new(
            world.FirstTable.MaxSeats,
            world.FirstTable.Wanted.ToDictionary(item => item.PerspectiveId, item => item.Wanted),
            world.FirstTable.ReleasesAt <= clock.Utc,
            invitations
                .Where(item => item.Answer == RsvpAnswer.Yes && item.WithdrawnAt is null)
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ))
        );

    private void End(OutgoingMail? mail, DemoMail end)
    {
        if (mail is null)
        {
            return;
        }

        var at = clock.Utc.AddMinutes(1);
        if (end is DemoMail.Sent or DemoMail.Failed or DemoMail.Uncertain)
        {
            mail.Claim(at);
        }

        switch (end)
        {
            case DemoMail.Sent:
                mail.Accepted(Taken, at);
                break;
            case DemoMail.Failed:
                mail.Refused(Unknown);
                break;
            case DemoMail.Uncertain:
                mail.BecameUncertain(Broke);
                break;
            case DemoMail.Recalled:
                mail.Recall();
                break;
            case DemoMail.Dropped:
                mail.Drop(Overtaken);
                break;
            case DemoMail.None:
                break;
            default:
                throw new InvalidOperationException($"Unknown end {end}");
        }
    }
}
