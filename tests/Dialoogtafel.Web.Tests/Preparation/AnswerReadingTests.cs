using System.Net;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Reading the answers one after the other: what is read, marked, still to come, and told by mail.
/// </summary>
public sealed class AnswerReadingTests
{
    [Fact]
    public async Task Gelezen_counts_for_one_reader_and_a_change_makes_it_unread_again()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst", tab: "a");
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        await fenna.Press("Ik heb dit gelezen: Anna");
        Assert.Contains("U heeft alles gelezen.", fenna.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1 antwoord is nog niet gelezen.",
            (await (await table.World.SignIn(PreparedTable.Gijs)).Go(table.Overview)).Text,
            StringComparison.Ordinal
        );

        await table.TypeAsync("Anna", "Wat verwacht u", "eerst en meer", tab: "a");
        await fenna.Go(table.Overview);
        Assert.Contains("veranderd sinds u het las", fenna.Text, StringComparison.Ordinal);
        Assert.Contains("1 antwoord is nog niet gelezen.", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_changes_while_she_reads_stays_unread()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst", tab: "a");
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst en meer", tab: "a");

        await fenna.Press("Ik heb dit gelezen: Anna");

        Assert.Contains("veranderd sinds u het las", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_goes_on_where_she_was()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var ids = new List<int>();
        foreach (var name in new[] { "Anna", "Bram", "Cor" })
        {
            ids.Add(await table.TypeAsync(name, "Wat verwacht u", $"van {name}"));
        }

        ids.Add(await table.TypeAsync("Anna", "Wat komt u halen", "ideeën"));
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Equal($"#antwoord-{ids[0]}", Link(fenna, "Begin met lezen"));

        await fenna.Press("Ik heb dit gelezen: Bram");
        Assert.Equal($"#antwoord-{ids[2]}", Link(fenna, "Verder waar u gebleven was"));

        await fenna.Press("Alles hierboven gelezen: Wat verwacht u");
        Assert.Equal($"#antwoord-{ids[3]}", Link(fenna, "Verder waar u gebleven was"));
    }

    [Fact]
    public async Task An_answer_is_marked_for_the_programme_and_put_back_and_one_for_the_board_says_so()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var answer = await table.TypeAsync("Anna", "Wat verwacht u", "rust", AnswerReaders.BoardWithoutName);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Contains("mag zonder naam op het bord", fenna.Text, StringComparison.Ordinal);

        await fenna.Press("Voor het programma: Anna");
        Assert.Contains("1 antwoord staat klaar voor het programma.", fenna.Text, StringComparison.Ordinal);
        Assert.NotNull((await table.AnswersAsync()).Single(item => item.Id == answer).PickedAt);

        await fenna.Press("Toch niet voor het programma: Anna");
        Assert.Null((await table.AnswersAsync()).Single(item => item.Id == answer).PickedAt);
    }

    [Fact]
    public async Task An_answer_that_she_may_not_read_cannot_be_marked_either()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "open");
        var kept = await table.TypeAsync("Bram", "Wat verwacht u", AnswerOverviewTests.Secret, AnswerReaders.OnlyMe);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        using var picked = await fenna.Http.PostAsync(
            $"{table.Overview}/programma",
            fenna
                .Page.Forms.First(item => item.GetAttribute("action") == $"{table.Overview}/programma")
                .Filled(("antwoord", $"{kept}"))
        );
        using var read = await fenna.Http.PostAsync(
            $"{table.Overview}/gelezen",
            fenna
                .Page.Forms.First(item => item.GetAttribute("action") == $"{table.Overview}/gelezen")
                .Filled(("gezien", $"{kept}.1"))
        );

        Assert.Equal(HttpStatusCode.NotFound, picked.StatusCode);
        Assert.Empty(await site.Db(db => db.AnswerReads.ToListAsync()));
    }

    [Fact]
    public async Task She_says_on_which_day_she_wants_to_hear_or_rather_not()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Equal("3", fenna.Page.QuerySelector("#Form_Days")!.ValueOf());

        await fenna.Press("Bewaren", ("Form.Days", "99"));
        Assert.Contains("Kies een aantal dagen van 1 tot 30.", fenna.Text, StringComparison.Ordinal);
        await fenna.Press("Bewaren", ("Form.Days", "5"));
        Assert.Equal(5, (await site.Db(db => db.OverviewWishes.SingleAsync())).DaysBefore);

        await fenna.Press("Liever niet");
        Assert.Null((await site.Db(db => db.OverviewWishes.SingleAsync())).DaysBefore);
        Assert.Contains("U krijgt nu geen bericht over deze tafel.", fenna.Text, StringComparison.Ordinal);
    }

    private static string? Link(Visitor visitor, string text) =>
        visitor.Page.QuerySelectorAll("a").Single(item => item.Words() == text).GetAttribute("href");
}
