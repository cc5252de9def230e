using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Network;
using Dialoogtafel.Web.Features.Shared;

namespace Dialoogtafel.Web.Demo;

/// <summary>What some made-up people need at the first table: one by phone, the others on their own page; somebody comes along with one.</summary>
internal sealed record DemoNeeds(string First, ContactChannel By, NeedsForm Form)
{
    public static IReadOnlyList<DemoNeeds> All { get; } =
    [
        new("Amina", ContactChannel.Page, new() { SeatByTheDoor = true, MoreBreaks = true, Text = "Als ik stil word, is het mij te druk. Dan helpt het om even naar de gang te gaan." }),
        new("Mei-Ling", ContactChannel.Phone, new() { NoStairs = true, Transport = true, Companion = CompanionChoice.Comes, CompanionName = "haar dochter Jun" }),
        new("Priya", ContactChannel.Page, new() { FoodOrDrink = true, Text = "Ik eet geen vlees en geen noten.", Companion = CompanionChoice.Alone }),
    ];

    /// <summary>Some minutes after the ja, on the same page or in the same call. The caller saves.</summary>
    public static async Task TellAllAsync(NeedsDesk desk, IReadOnlyCollection<Invitation> invitations, Person organiser, CancellationToken stop)
    {
        foreach (var told in All)
        {
            var invitation = invitations.Single(item => item.Person!.FirstName == told.First);
            var by = told.By == ContactChannel.Page ? Hand.Self : new Hand(told.By, organiser.Id);
            await desk.PutAsync(invitation.Id, null, by, told.Form, invitation.AnsweredAt!.Value.AddMinutes(4), stop);
        }
    }
}
