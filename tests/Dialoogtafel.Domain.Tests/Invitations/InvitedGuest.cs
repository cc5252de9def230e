using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>
/// A guest of a dialogue table on Thursday 3 December 2026 at 13.00 UTC whose chairs are held until 19 November; it is
/// Monday 2 November, 9.00. Petra of the team has number 99.
/// </summary>
internal sealed class InvitedGuest
{
    public static readonly DateTime Start = new(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
    public static readonly Hand Petra = new(ContactChannel.Phone, 99);

    public InvitedGuest() => Table.StartsAt = Start;

    public DateTime Now { get; set; } = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    public Gathering Table { get; } = Gathering.Of(GatheringKind.DialogueTable(), 1);
    public Invitation Invitation { get; } =
        new()
        {
            GatheringId = 1,
            PersonId = 1,
            PerspectiveId = 1,
            ViaWhom = "Petra",
        };

    public InvitationState State => Invitation.State;

    public static SealedText Words(byte letter) => new([letter]);

    /// <param name="chairs">At the table; nobody sits there yet.</param>
    public static SeatPlan Seats(int chairs) => new(chairs, new Dictionary<int, int>(), released: true, []);

    public InvitedGuest At(DateTime now)
    {
        Now = now;
        return this;
    }

    public InvitedGuest Says(RsvpAnswer answer, bool chair = true, Hand? by = null)
    {
        Invitation.Respond(answer, Table, Seats(chair ? 1 : 0), by ?? Hand.Self, Now);
        return this;
    }
}
