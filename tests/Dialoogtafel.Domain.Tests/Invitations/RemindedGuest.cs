using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>
/// One guest of one table, and the reminders that follow from what happens to them. All moments are on the wall clock
/// of Amsterdam. Reminders are due at 10.00, questions after five working days; unless said otherwise it is Monday 2
/// November 2026, and the table is on Thursday 3 December at 14.00.
/// </summary>
internal sealed class RemindedGuest
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly Hand Organiser = new(ContactChannel.Phone, 99);

    public RemindedGuest(string now = "2026-11-02 12:00", string? start = "2026-12-03 14:00", int workingDays = 5)
    {
        Plan = new(new ReminderRule(workingDays, new TimeOnly(10, 0)), Zone);
        Now = Utc(now);
        Table = Gathering.Of(GatheringKind.DialogueTable(), 1);
        Table.StartsAt = start is null ? null : Utc(start);
    }

    public ReminderPlan Plan { get; }
    public Gathering Table { get; }
    public DateTime Now { get; private set; }
    public PreparationStanding Preparation { get; private set; }
    public List<Reminder> Reminders { get; } = [];
    public Invitation Invitation { get; } =
        new()
        {
            GatheringId = 1,
            PersonId = 1,
            PerspectiveId = 1,
            ViaWhom = "Petra",
        };

    /// <summary>What is still to come: each with its kind and moment.</summary>
    public IEnumerable<string> Open =>
        Reminders
            .Where(item => item.IsOpen)
            .OrderBy(item => item.DueAt)
            .Select(item => $"{item.Kind} {Local(item.DueAt)}");

    /// <summary>Why each of the others does not come.</summary>
    public IEnumerable<string> Stopped =>
        Reminders.Where(item => item.StoppedAt is not null).Select(item => $"{item.Kind}: {item.StopReason}");

    public static DateTime Utc(string local) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), Zone);

    public static string Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public RemindedGuest At(string now)
    {
        Now = Utc(now);
        return this;
    }

    public RemindedGuest Asked() => After(_ => Invitation.Approach(Organiser, Now));

    public RemindedGuest Says(RsvpAnswer answer, bool chair = true) =>
        After(_ => Invitation.Respond(answer, Table, Seats(chair ? 10 : 0), Hand.Self, Now));

    public RemindedGuest KnowsOn(string until) =>
        After(_ => Invitation.KnowsLater(KnowsWhen.NextWeek, Utc(until), Now));

    /// <summary>The questions are put ready, and there is one for this guest.</summary>
    public RemindedGuest QuestionsReady() =>
        After(_ =>
        {
            Table.ProcessFacilitatorId = 7;
            Table.PutQuestionsReady(Now);
            Preparation = PreparationStanding.Waiting;
        });

    public RemindedGuest Prepares(PreparationStanding standing) => After(_ => Preparation = standing);

    /// <summary>Somebody ticks that this guest was at the table, now.</summary>
    public RemindedGuest WasThere() => Sync(Now);

    public RemindedGuest MovesTo(string start) =>
        After(_ => Table.Reschedule(Utc(start), Table.Minutes, elsewhere: false));

    /// <summary>The mail of this kind is put in the outbox.</summary>
    public RemindedGuest Mailed(ReminderKind kind)
    {
        Reminders.Single(item => item.IsOpen && item.Kind == kind).Queued(Now);
        return this;
    }

    /// <summary>Something else happens to the guest or the table.</summary>
    public RemindedGuest After(Action<RemindedGuest> change)
    {
        change(this);
        return Sync();
    }

    public RemindedGuest Sync(DateTime? presentSince = null)
    {
        Plan.Sync(Invitation, Table, Preparation, Reminders, Now, presentSince);
        return this;
    }

    private static SeatPlan Seats(int chairs) => new(chairs, new Dictionary<int, int>(), released: true, []);
}
