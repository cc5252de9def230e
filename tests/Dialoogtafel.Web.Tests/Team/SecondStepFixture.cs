using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>Signing in by link and by code, over HTTP.</summary>
public abstract class SecondStepFixture : IDisposable
{
    protected readonly Site site = new();

    public void Dispose() => site.Dispose();

    protected string CodeOf(string secret) => CodeApp.Code(secret, site.Clock.Utc);

    protected static string SecretOn(Visitor visitor) =>
        visitor.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Gives the member a code app, as she does it on the page; its first code is of the minute before.
    /// </summary>
    protected async Task<string> AppAsync(int person)
    {
        var visitor = new Visitor(await site.SignedInByLinkAsync(person));
        await visitor.Go("/team/tweede-stap");
        await visitor.Press("Begin met een app");
        var secret = SecretOn(visitor);
        await visitor.Press("Klaar", ("Form.Code", CodeOf(secret)));
        site.Clock.Move(TimeSpan.FromMinutes(1));
        return secret;
    }
}
