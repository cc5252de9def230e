using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Web.Demo;

/// <summary>How the people of the demo are asked and what they answer.</summary>
internal sealed partial class DemoStory
{
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
            parts.Links.Open(invitation.PersonId, table.Id, invitation.CreatedAt);
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
