using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>A table on 3 December 2026 and the people on its list, from Monday 2 November on.</summary>
public abstract class CallListFixture
{
    protected const int Lived = 1;
    protected const int Employer = 2;
    protected static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    protected static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    protected static readonly DateTime TableStarts = new(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
    protected readonly Gathering table = MakeTable(min: 2, max: 3);
    protected readonly List<Known> people = [];
    protected DateTime now = Start;

    protected DateOnly Today => DateOnly.FromDateTime(now);

    protected static Gathering MakeTable(int min, int max)
    {
        var kind = GatheringKind.DialogueTable();
        kind.HoldsChairs = false;
        var made = new Gathering
        {
            KindId = 0,
            Kind = kind,
            Number = 1,
            Focus = GatheringFocus.Open,
            StartsAt = TableStarts,
            Minutes = 150,
            MinSeats = min,
            MaxSeats = max,
            ApproachFrom = 15,
            ApproachTo = 20,
            ReleaseDays = 14,
        };
        made.Wanted.Add(new WantedSeats { PerspectiveId = Employer, Wanted = 1 });
        return made;
    }

    protected Known Add(int perspective, string? email = "iemand@voorbeeld.example")
    {
        var invitation = new Invitation
        {
            GatheringId = 1,
            PersonId = people.Count + 1,
            Person = new Person { FirstName = $"P{people.Count + 1}", Email = email },
            PerspectiveId = perspective,
            ViaWhom = "Anna",
            CreatedAt = now,
        };
        typeof(Invitation).GetProperty(nameof(Invitation.Id))!.SetValue(invitation, people.Count + 1);
        people.Add(new Known(invitation));
        return people[^1];
    }

    protected SeatPlan Plan() =>
        SeatPlan.Of(
            table,
            now,
            people
                .Select(item => item.Invitation)
                .Where(item => item.Answer == RsvpAnswer.Yes)
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ))
        );

    protected IEnumerable<(Known, CallCause)> List() =>
        new CallListRule(Zone)
            .For(
                table,
                [
                    .. people.Select(item => new CallFacts(
                        item.Invitation,
                        item.Reminders,
                        item.MailFailedAt is { } at ? new FailedMail(at, item.FailedMove) : null,
                        item.Attempts
                    )),
                ],
                now
            )
            .Select(row => (people.Single(item => item.Invitation == row.Invitation), row.Cause));

    protected sealed record Known(Invitation Invitation)
    {
        public List<Reminder> Reminders { get; } = [];
        public List<CallAttempt> Attempts { get; } = [];
        public DateTime? MailFailedAt { get; set; }
        public bool FailedMove { get; set; }

        public Known Says(CallListFixture world, RsvpAnswer answer)
        {
            Invitation.Respond(answer, world.table, world.Plan(), Hand.Self, world.now);
            return this;
        }

        public Known Asked(DateTime at)
        {
            Invitation.Approach(new Hand(ContactChannel.Mail, null), at);
            return this;
        }

        public Known Mailed(DateTime due, bool open, ReminderKind kind = ReminderKind.NoAnswer)
        {
            Reminders.Add(
                new Reminder
                {
                    Kind = kind,
                    Episode = Reminders.Count + 1,
                    DueAt = due,
                }
            );
            if (!open)
            {
                Reminders[^1].Queued(due);
            }

            return this;
        }

        /// <summary>A reminder that belongs to the present answer.</summary>
        public Known Due(DateTime at, ReminderKind kind)
        {
            Reminders.Add(
                new Reminder
                {
                    Kind = kind,
                    Episode = Invitation.AnswerNumber,
                    DueAt = at,
                }
            );
            return this;
        }

        public Known Call(CallListFixture world, CallOutcome outcome, DateOnly? again = null)
        {
            Attempts.Add(
                new CallAttempt
                {
                    InvitationId = Invitation.Id,
                    ById = 99,
                    At = world.now,
                    Outcome = outcome,
                    CallAgainOn = again,
                }
            );
            return this;
        }
    }
}
