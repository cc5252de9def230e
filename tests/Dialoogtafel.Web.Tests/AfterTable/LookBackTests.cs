using System.Net;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>The halen-check (R-066): by herself or on behalf; who says nee is called.</summary>
public sealed class LookBackTests
{
    private const string Fetch = "een telefoonnummer van iemand die terugbelt";

    [Fact]
    public async Task A_person_says_if_she_got_what_she_came_for_and_nee_puts_her_in_te_bellen_until_somebody_spoke()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var anna = await new Visitor(site.Open()).Go(await table.World.LinkOf(table["Anna"]));
        await anna.Follow("Terugblikken");
        await anna.Press("Verstuur mijn antwoord");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Status);

        await anna.Press("Verstuur mijn antwoord", ("Form.Outcome", "No"), ("Form.Words", "Niemand belde terug."));

        Assert.Contains("Dank u wel, Anna.", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Niemand belde terug.", anna.Text, StringComparison.Ordinal);
        var organiser = await (await table.World.SignIn()).Go("/te-bellen");
        Assert.Contains(
            "Anna was bij de tafel en kreeg niet wat zij of hij kwam halen.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Niemand belde terug.", organiser.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await organiser.Press("Gesproken, klaar");
        Assert.DoesNotContain(
            "kwam halen",
            (await organiser.Go("/te-bellen"))
                .Page.QuerySelector("main")!
                .Words()
                .Replace("Anna: gesproken", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Her_link_elsewhere_shows_that_she_answered_and_not_her_words_and_an_empty_box_erases_nothing()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var own = await table.LookBackOf("Anna");
        await own.Press("Verstuur mijn antwoord", ("Form.Outcome", "Partly"), ("Form.Words", "eigen woorden"));
        await own.Press("Verstuur mijn antwoord", ("Form.Outcome", "Yes"));
        Assert.Contains("eigen woorden", own.Text, StringComparison.Ordinal);

        var elsewhere = await table.LookBackOf("Anna");

        Assert.Contains("U zei: ja", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eigen woorden", elsewhere.Text, StringComparison.Ordinal);
        await elsewhere.Press("Verstuur mijn antwoord", ("Form.Outcome", "No"), ("Form.Words", "van een ander"));
        Assert.Equal(2, await site.Db(db => db.FetchChecks.CountAsync()));
    }

    [Fact]
    public async Task Only_who_was_there_looks_back_and_as_long_as_nobody_ticked_it_who_had_a_chair()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        Assert.EndsWith("/terugblik", (await table.LookBackOf("Bram")).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/terugblik",
            (await table.LookBackOf("Cor")).Address.AbsolutePath,
            StringComparison.Ordinal
        );

        await table.TickAsync("Anna");

        Assert.DoesNotContain(
            "/terugblik",
            (await table.LookBackOf("Bram")).Address.AbsolutePath,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_she_came_to_get_is_read_by_the_facilitators_when_she_lets_them_and_reading_is_logged()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat komt u halen", Fetch);
        await table.TypeAsync("Bram", "Wat komt u halen", "alleen van Bram", AnswerReaders.OnlyMe);
        site.Clock.Set(BeenTable.Evening);
        await table.TickAsync("Anna", "Bram");

        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Path("terugblik"));
        Assert.Contains(Fetch, fenna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alleen van Bram", fenna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Fetch,
            (await (await table.World.SignIn()).Go(table.Path("terugblik"))).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await table.World.SignIn(PreparedTable.Hanna)).Go(table.Path("terugblik"))).Status
        );
        Assert.Single(
            await site.Db(db => db.ReadLog.Where(item => item.Page == table.Path("terugblik")).ToListAsync())
        );
    }

    [Fact]
    public async Task What_was_said_on_paper_is_written_down_with_who_and_how_and_counts()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Bram"]}/terugblik");
        await organiser.Press("Bewaar dit voor Bram", ("Form.Words", "iets"));
        Assert.Contains("Kies hoe u het hoorde.", organiser.Text, StringComparison.Ordinal);

        await organiser.Press(
            "Bewaar dit voor Bram",
            ("Form.Outcome", "Partly"),
            ("Form.Words", "Het was kort."),
            ("Form.Channel", "Paper"),
            ("Form.ContactList", "Asked"),
            ("Form.Phone", "true")
        );

        Assert.Contains(
            "een beetje donderdag 3 december, op papier, opgeschreven door Petra",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Het was kort.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("op de contactlijst: telefoonnummer", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("0 ja, 1 een beetje, 0 nee", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            (FetchOutcome.Partly, ContactChannel.Paper, (int?)table.World.OrganiserPerson),
            await site.Db(db =>
                db.FetchChecks.Select(item => new ValueTuple<FetchOutcome, ContactChannel, int?>(
                        item.Outcome,
                        item.Channel,
                        item.ById
                    ))
                    .SingleAsync()
            )
        );
    }
}
