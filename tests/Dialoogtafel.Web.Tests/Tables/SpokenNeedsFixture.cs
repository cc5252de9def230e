using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>Anna, who is invited, and the form on which a team member writes down what she tells.</summary>
public abstract class SpokenNeedsFixture : IAsyncLifetime
{
    protected const string Canary = "kanarie wil bij het raam";
    protected static readonly (string, string)[] Told =
    [
        ("Form.NoStairs", "true"),
        ("Form.Text", Canary),
        ("Form.CompanionName", "Dirk Kanariestra"),
        ("Form.Channel", "Phone"),
    ];
    protected readonly Site site = new();
    protected World world = null!;
    protected int anna;
    protected string path = "";

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        anna = await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example", "06 555 00 009");
        path = $"/uitnodigingen/{anna}/behoeften";
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    protected Task ComesAsync() => world.AnswerAsync(anna, RsvpAnswer.Yes);
}
