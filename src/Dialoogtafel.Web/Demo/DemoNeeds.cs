using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// What some made-up people need at the first table: one by phone, the others on their own page; somebody comes along
/// with one.
/// </summary>
/// <param name="Companions">Null = not said.</param>
internal sealed record DemoNeeds(string First, ContactChannel By, int? Companions, NeedsContent Content)
{
    public static IReadOnlyList<DemoNeeds> All { get; } =
    [
        new(
            "Amina",
            ContactChannel.Page,
            null,
            new(
                [Need.SeatByTheDoor, Need.MoreBreaks],
                "Als ik stil word, is het mij te druk. Dan helpt het om even naar de gang te gaan.",
                null
            )
        ),
        new("Mei-Ling", ContactChannel.Phone, 1, new([Need.NoStairs, Need.Transport], null, "haar dochter Jun")),
        new("Priya", ContactChannel.Page, 0, new([Need.FoodOrDrink], "Ik eet geen vlees en geen noten.", null)),
    ];

    /// <summary>Some minutes after the ja, on the same page or in the same call.</summary>
    public static IEnumerable<Needs> Told(
        IReadOnlyCollection<Invitation> invitations,
        Person organiser,
        FieldCipher cipher
    ) =>
        from told in All
        join invitation in invitations on told.First equals invitation.Person!.FirstName
        select new Needs
        {
            InvitationId = invitation.Id,
            Words = told.Content.Seal(cipher),
            Companions = told.Companions,
            At = invitation.AnsweredAt!.Value.AddMinutes(4),
            Channel = told.By,
            ById = told.By == ContactChannel.Page ? null : organiser.Id,
        };
}
