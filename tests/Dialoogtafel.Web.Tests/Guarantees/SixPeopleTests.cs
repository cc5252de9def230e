using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Six people, two browsers on two devices; two of them share a mailbox and a browser.</summary>
public sealed class SixPeopleTests
{
    private const string Lived = "Ervaringsdeskundige";
    private const string Shared = "samen@voorbeeld.example";
    private static readonly string[] Names = ["Aafke", "Bouke", "Carlijn", "Doutzen", "Ebru", "Fardau"];
    private static readonly string[] Pages =
    [
        "",
        "/antwoord",
        "/wanneer",
        "/meegeven",
        "/iemand-anders",
        "/toch-niet",
        "/van-de-lijst",
    ];

    [Fact]
    public async Task Everybody_sees_and_answers_only_their_own_with_the_first_name_on_each_page_and_by_each_button()
    {
        using var site = new Site();
        var world = await World.On(site);
        var ids = await world.Invite([
            .. Names.Select(name =>
                (
                    name,
                    Lived,
                    (string?)(name is "Aafke" or "Bouke" ? Shared : $"{name}@voorbeeld.example"),
                    (string?)null
                )
            ),
        ]);
        var links = await world.LinksOf(ids);
        Visitor[] browsers = [new(site.Open()), new(site.Open())];
        Visitor BrowserOf(int person) => browsers[person < 3 ? 0 : 1];
        var paths = new string[Names.Length];
        for (var person = 0; person < Names.Length; person++)
        {
            paths[person] = (await BrowserOf(person).Go(links[person])).Address.AbsolutePath;
        }

        // Everybody's link is open in a browser before anybody reads or answers: nothing may mix.
        for (var person = 0; person < Names.Length; person++)
        {
            foreach (var page in Pages)
            {
                OnlyOwn(await BrowserOf(person).Go(paths[person] + page), Names[person], ownButtons: page.Length > 0);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await browsers[person < 3 ? 1 : 0].Go(paths[person])).Status);
            Assert.DoesNotContain(Names[person], browsers[person < 3 ? 1 : 0].Text, StringComparison.Ordinal);
        }

        string[] answers = ["Yes", "No", "Undecided", "Contribute", "Yes", "SomeoneElse"];
        for (var person = 0; person < Names.Length; person++)
        {
            await BrowserOf(person).Go(paths[person] + "/antwoord");
            await BrowserOf(person).Press("Verstuur mijn antwoord", ("Form.Answer", answers[person]));
            OnlyOwn(await BrowserOf(person).Go(paths[person]), Names[person], ownButtons: false);
        }

        RsvpAnswer[] expected =
        [
            RsvpAnswer.Yes,
            RsvpAnswer.No,
            RsvpAnswer.Maybe,
            RsvpAnswer.Contribute,
            RsvpAnswer.Yes,
            RsvpAnswer.Substitute,
        ];
        for (var person = 0; person < Names.Length; person++)
        {
            var invitation = await world.Read(ids[person]);
            Assert.Equal(expected[person], invitation.Answer);
            Assert.Equal(1, invitation.AnswerNumber);
        }
    }

    [Fact]
    public async Task The_link_again_mail_to_a_shared_mailbox_holds_both_links_by_first_name()
    {
        using var site = new Site();
        var world = await World.On(site);
        var ids = await world.Invite([.. Names[..2].Select(name => (name, Lived, (string?)Shared, (string?)null))]);
        var links = await world.LinksOf(ids);
        var visitor = await new Visitor(site.Open()).Go("/link-opnieuw");

        await visitor.Press("Stuur mij mijn link", ("Form.Address", " SAMEN@voorbeeld.example "));
        await site.Run<MailPump>();

        var mail = MailBox.All(site).Single();
        for (var person = 0; person < 2; person++)
        {
            var (name, link) = (
                mail.Text.IndexOf(Names[person], StringComparison.Ordinal),
                mail.Text.IndexOf(links[person], StringComparison.Ordinal)
            );
            var otherName = mail.Text.IndexOf(Names[1 - person], StringComparison.Ordinal);
            Assert.True(
                name >= 0 && name < link && !(name < otherName && otherName < link),
                $"the link of {Names[person]} does not stand under her name"
            );
        }
    }

    private static void OnlyOwn(Visitor at, string name, bool ownButtons)
    {
        Assert.Equal(HttpStatusCode.OK, at.Status);
        Assert.Contains(name, at.Text, StringComparison.Ordinal);
        Assert.All(Names.Where(other => other != name), other =>
            Assert.DoesNotContain(other, at.Text, StringComparison.Ordinal)
        );
        var forms = at.Page.QuerySelectorAll("main form");
        Assert.True(!ownButtons || forms.Length > 0, $"no form on {at.Address}");
        Assert.All(forms, form =>
            Assert.Contains(
                name,
                form.QuerySelector(".buttons")?.TextContent ?? form.TextContent,
                StringComparison.Ordinal
            )
        );
    }
}
