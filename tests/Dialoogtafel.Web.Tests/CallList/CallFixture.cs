using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>Two people who are to be called.</summary>
public abstract class CallFixture : IDisposable
{
    protected const string Lived = "Ervaringsdeskundige";
    protected const string Secret = "kanarie over de parkeerplaats";
    protected readonly Site site = new();

    public void Dispose() => site.Dispose();

    /// <summary>An, with a number, and Bo, without: both asked by mail yesterday and no mail asks again.</summary>
    protected async Task<(World World, Visitor Organiser, List<int> Ids)> WithTwoAsync()
    {
        var world = await World.On(site);
        site.Clock.Move(TimeSpan.FromDays(-4));
        var ids = await world.Invite([
            ("An", Lived, "an@deelnemer.test", "06 555 01 234"),
            ("Bo", Lived, "bo@deelnemer.test", null),
        ]);
        site.Clock.Move(TimeSpan.FromDays(4));
        var organiser = await (await world.SignIn()).Go("/te-bellen");
        Assert.Equal(["An", "Bo"], Names(organiser));
        return (world, organiser, ids);
    }

    protected static Task<Visitor> PressAsync(
        Visitor visitor,
        int id,
        string press,
        params (string Name, string Value)[] typed
    )
    {
        var button = visitor.Page.QuerySelector($"#bel-{id} button[value={press}]")!.Words();
        return visitor.Press(button, typed);
    }

    protected static IEnumerable<string> Names(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".calls h2").Select(name => name.Words());
}
