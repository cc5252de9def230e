using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.MyTable;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>Who reads, erases and may not reach what was told on behalf of somebody (R-036, S65).</summary>
public sealed class SpokenNeedsReadingTests : SpokenNeedsFixture
{
    [Fact]
    public async Task What_the_team_wrote_about_the_wrong_person_can_be_erased_and_her_own_words_stay()
    {
        var visitor = await NeedsTests.AnswersAsync(world, anna, "Yes");
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", ("Form.Text", "Eigen woorden"));
        var organiser = await (await world.SignIn()).Go(path);
        Assert.Null(organiser.Page.QuerySelector("[name='Form.Erase']"));
        await organiser.Press("Bewaar dit voor Anna", Told);

        await organiser.Press(
            "Bewaar dit voor Anna",
            ("Form.Erase", "true"),
            ("Form.Text", "Toch niet bij het raam"),
            ("Form.Channel", "")
        );
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Equal(2, await site.Db(db => db.Needs.CountAsync()));
        await organiser.Press("Bewaar dit voor Anna", ("Form.Channel", "Phone"));
        Assert.DoesNotContain(Canary, organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Toch niet bij het raam", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Bewaar dit voor Anna", ("Form.Erase", "true"));

        Assert.Contains("is gewist", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", organiser.Page.DocumentElement.InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Eigen woorden", organiser.Text, StringComparison.Ordinal);
        Assert.Null((await site.Db(db => db.Needs.SingleAsync())).ById);
    }

    [Fact]
    public async Task Reading_the_words_is_logged_and_an_empty_form_is_not()
    {
        await ComesAsync();
        var organiser = await (await world.SignIn()).Go(path);
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));
        await organiser.Press("Bewaar dit voor Anna", Told);

        var line = Assert.Single(await site.Db(db => db.ReadLog.AsNoTracking().ToListAsync()));
        Assert.Equal(
            (world.OrganiserPerson, (await world.Read(anna)).PersonId, site.Clock.Utc, path),
            (line.ReaderId, line.PersonId, line.At, line.Page)
        );
    }

    [Fact]
    public async Task It_is_for_who_reads_the_needs_of_the_table_and_facilitators_get_no_list_of_who_told_nothing()
    {
        await ComesAsync();
        await world.Invite("Bram", "Gemeente", "bram@voorbeeld.example");
        var beside = await World.Beside(world, "quirine@ander.example");
        var process = await world.Member("Fenna", "fenna@team.example", TeamRole.Facilitator, world.Project);
        var reserve = await world.Member("Hanna", "hanna@team.example", TeamRole.Facilitator, world.Project);
        var cato = await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project);
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == world.Table)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.ProcessFacilitatorId, process)
                        .SetProperty(item => item.ReserveFacilitatorId, reserve)
                )
        );

        foreach (
            var (person, may) in new[]
            {
                (world.OrganiserPerson, true),
                (cato, true),
                (process, true),
                (reserve, false),
                (beside.OrganiserPerson, false),
            }
        )
        {
            using var browser = await site.SignedInAsync(person);
            using var page = await browser.GetAsync(path);
            using var sent = await PostAsync(
                browser,
                "/start",
                ("Form.Text", $"woorden van {person}"),
                ("Form.Channel", "Phone")
            );
            Assert.Equal(
                may ? (HttpStatusCode.OK, HttpStatusCode.SeeOther) : (HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (page.StatusCode, sent.StatusCode)
            );
        }

        Assert.Equal(
            new int?[] { world.OrganiserPerson, cato, process }.Order(),
            (await site.Db(db => db.Needs.Select(item => item.ById).ToListAsync())).Order()
        );
        await site.Db(db => db.Needs.ExecuteDeleteAsync());
        var fenna = await (await world.SignIn("fenna@team.example")).Go($"/bijeenkomsten/{world.Table}/behoeften");
        Assert.DoesNotContain("Anna", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailed_link_alone_is_not_enough_and_what_was_typed_is_given_back()
    {
        await ComesAsync();
        using var browser = await site.SignedInByLinkAsync(world.OrganiserPerson);
        using var page = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);

        using var sent = await PostAsync(browser, "/team/tweede-stap", Told);

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Contains(Canary, await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.Needs.ToListAsync()));
    }

    /// <summary>The form sent without its page, with the token of another one.</summary>
    private async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string from,
        params (string Name, string Value)[] typed
    )
    {
        var token = (await browser.PageAsync(from))
            .QuerySelector("[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        return await browser.PostAsync(
            path,
            new FormUrlEncodedContent(
                typed
                    .Append(("__RequestVerificationToken", token))
                    .Select(item => KeyValuePair.Create(item.Item1, item.Item2))
            )
        );
    }
}
