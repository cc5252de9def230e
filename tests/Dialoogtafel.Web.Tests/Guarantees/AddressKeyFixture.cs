using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Anna, who typed an answer and what she needs on her own phone, and a colleague who changes her address.
/// </summary>
public abstract class AddressKeyFixture : IAsyncLifetime
{
    protected const string Old = "anna@voorbeeld.example";
    protected const string Theirs = "mallory@elders.example";
    protected readonly Site site = new();
    private protected AskedTable table = null!;
    protected Visitor own = null!;

    protected World World => table.World;

    public async Task InitializeAsync() => (table, own) = await TypedAsync(site);

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    private protected static async Task<(AskedTable, Visitor)> TypedAsync(Site site)
    {
        var asked = await AskedTable.On(site);
        var own = await asked.OpenAsync();
        var page = own.Address.AbsolutePath;
        await TellAsync(own, "kanarie eet geen noten");
        await own.Go(page);
        await own.Follow("Naar de vragen");
        await own.Press("Begin");
        await own.Press("Volgende", ("Form.Text", "de kanarie zingt"));
        await own.Go(page);
        return (asked, own);
    }

    protected static async Task TellAsync(Visitor visitor, string words)
    {
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", ("Form.Text", words));
    }

    /// <summary>Everything on which own words stand, as this browser sees it.</summary>
    private protected async Task<string> WordsOnAsync(Visitor visitor, AskedTable? asked = null)
    {
        var page = await MyTableAsync(asked);
        var all = new List<string>();
        foreach (
            var part in new[]
            {
                "",
                "/nodig",
                "/vragen",
                "/vragen/nakijken",
                "/vragen/papier",
                "/gegevens",
                "/gegevens/bestand",
                "/gegevens/pagina",
            }
        )
        {
            all.Add(await visitor.Http.GetStringAsync(page + part));
        }

        var question = await (asked ?? table).Site.Db(db =>
            db.Questions.OrderBy(item => item.Id).Select(item => item.Id).FirstAsync()
        );
        all.Add(await visitor.Http.GetStringAsync($"{page}/vragen/{question}"));
        return string.Join('\n', all);
    }

    /// <summary>
    /// Asks the link again on a fresh browser, has a link mailed to see the answers, opens it and reads everything.
    /// </summary>
    private protected async Task<string> ReadAsAnnaAsync(
        string address,
        AskedTable? asked = null,
        int seconds = 0,
        Visitor? by = null
    )
    {
        var here = (asked ?? table).Site;
        here.Clock.Move(TimeSpan.FromSeconds(seconds));
        var visitor = by ?? Visitor.To(here);
        var known = MailBox.To(here, address).Count;
        await visitor.Go("/link-opnieuw");
        await visitor.Press("Stuur mij mijn link", ("Form.Address", address));
        await here.Run<MailPump>();
        if (MailBox.To(here, address).Count == known)
        {
            return "";
        }

        await visitor.Go(MailBox.To(here, address)[^1].LinkTo("/u/"));
        if (visitor.Page.QuerySelector("[name=SendLink]") is not null)
        {
            await visitor.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        }
        else
        {
            await PostAsync(visitor, $"{await MyTableAsync(asked)}/terugzien", ("SendLink", "true"));
        }

        here.Clock.Move(TimeSpan.FromSeconds(1));
        await here.Run<MailPump>();
        await visitor.Go(MailBox.To(here, address)[^1].LinkTo("/u/"));
        await visitor.Press("Ja, toon mijn antwoorden");
        return await WordsOnAsync(visitor, asked);
    }

    protected static Task<HttpResponseMessage> PostAsync(
        Visitor visitor,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        visitor.Http.PostAsync(
            path,
            new FormUrlEncodedContent(
                fields
                    .Append(
                        (
                            "__RequestVerificationToken",
                            visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf()
                        )
                    )
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            )
        );

    protected Task<HttpClient> ColleagueAsync() => ColleagueAsync(World);

    protected static async Task<HttpClient> ColleagueAsync(World world) =>
        await world.Site.SignedInAsync(
            await world.Member("Jan", "jan@team.example", TeamRole.CoResearcher, world.Project)
        );

    protected Task<HttpResponseMessage> ChangeAsync(
        HttpClient browser,
        string address,
        params (string Name, string Value)[] more
    ) => ChangeAsync(browser, address, table, more);

    private protected static async Task<HttpResponseMessage> ChangeAsync(
        HttpClient browser,
        string address,
        AskedTable asked,
        params (string Name, string Value)[] more
    )
    {
        var person = (await asked.World.Read(asked.Anna)).PersonId;
        return await browser.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            [("Contact.Email", address), .. more]
        );
    }

    private protected async Task<string> MyTableAsync(AskedTable? asked = null)
    {
        var invitation = await (asked ?? table).World.Read((asked ?? table).Anna);
        var link = await (asked ?? table).Site.Db(db =>
            db.Links.Where(item => item.PersonId == invitation.PersonId && item.Purpose == LinkPurpose.MyTable)
                .OrderByDescending(item => item.Id)
                .Select(item => item.Id)
                .FirstAsync()
        );
        return $"/mijn-tafel/{link}";
    }
}
