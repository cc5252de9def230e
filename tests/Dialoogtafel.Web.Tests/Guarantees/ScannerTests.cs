using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// S02, S03: link scanners look at everything and change nothing; the same check sees one real answer.
/// </summary>
[Trait("Kind", "story")]
public sealed class ScannerTests
{
    [Fact]
    public async Task Every_link_of_every_mail_and_every_form_as_served_changes_not_one_fact()
    {
        using var site = new Site();
        var house = await FullHouse.On(site);
        var mails = await site.MailsAsync();
        var links = mails.SelectMany(mail => mail.Links).Select(link => link.PathAndQuery).Distinct().ToList();
        var scanners = new[] { new Scanner(site, keepsCookies: true), new Scanner(site, keepsCookies: false) };
        var before = DatabaseContent.Of(site);

        // And a link that works no more, as it stands in an old mail.
        foreach (var link in links.Append("/u/verlopen"))
        {
            await scanners[0].VisitAsync(link);
            await scanners[1].VisitAsync(link);
        }

        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        Assert.Empty(Templates().Except(mails.Select(mail => mail.Row.Kind)));
        Assert.True(
            links.Count(link => link.StartsWith("/u/", StringComparison.Ordinal)) >= FullHouse.Names.Length,
            "links are missing"
        );
        string[] forms =
        [
            "/mijn-tafel/…/antwoord",
            "/mijn-tafel/…/toch-niet",
            "/mijn-tafel/…/van-de-lijst",
            "/mijn-tafel/…/terugzien",
            "/mijn-tafel/…/meegeven",
            "/actie/…/antwoord",
            "/…/antwoord",
            "/weergave",
            "/weergave/taal",
            "/team/…",
            "/…/terugzien",
            "/team/inloggen",
            "/link-opnieuw",
            "/…",
            "/mijn-nieuwsbrief/…",
            "/…/af",
            "/mijn-nieuwsbrief/…/van-de-lijst",
            "/mijn-tafel/…/op-de-hoogte",
        ];
        Assert.Empty(forms.Except(scanners.SelectMany(scanner => scanner.FormsSent)));

        // The proof that this check can fail: one person answers.
        var person = await house.MyTableOfAsync("Korneliske");
        await person.Follow("Antwoord geven");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));
        var seen = DatabaseContent.Of(site).ChangesSince(before);
        Assert.Contains("Invitations.Answer", seen);
        Assert.Contains("+ Mails", seen);
    }

    private static IEnumerable<string> Templates() =>
        Directory
            .GetFiles(Path.Combine(Paths.Templates, "nl"), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file));
}
