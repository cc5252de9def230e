using System.Net;
using AngleSharp.Dom;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// The paper twin of the questions: the same questions in the same order, and all that somebody without a screen must
/// know (A-02, A-09).
/// </summary>
public sealed class QuestionPaperTests
{
    [Fact]
    public async Task The_form_of_one_person_says_everything_and_asks_in_the_order_of_the_screen()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        var screen = organiser.Page.QuerySelectorAll("form label[for$=Text]").Select(item => item.Words()).ToList();

        await organiser.Follow("Deze vragen op papier");

        foreach (
            var said in new[]
            {
                "Anna",
                "donderdag 3 december om 14.00 uur, Buurthuis De Linde",
                "Alleen Fenna en Gijs.",
                "Geef het vóór de tafel aan Petra",
                "06 555 00 001",
                "Alleen ik.",
                "Het mag zonder mijn naam op het bord: het grote vel aan de muur.",
            }
        )
        {
            Assert.Contains(said, organiser.Text, StringComparison.Ordinal);
        }

        Assert.Equal(8, screen.Count);
        Assert.Equal(
            screen.Select((text, at) => $"{at + 1}. {text}"),
            organiser.Page.QuerySelectorAll(".paper-form section h2").Take(8).Select(item => item.Words())
        );
    }

    [Fact]
    public async Task The_form_of_who_thinks_along_has_her_own_words_and_a_blank_one_has_no_name()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"{table.Sets}/papier?uitnodiging={table["Cor"]}");
        Assert.Contains("Wat hoopt u dat deze tafel oplevert?", organiser.Text, StringComparison.Ordinal);

        await organiser.Follow("Leeg formulier");
        Assert.DoesNotContain("Cor", organiser.Page.QuerySelector(".paper-form")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Wat verwacht u van deze tafel?", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_to_take_along_say_so_beside_those_to_send_in()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Press("Maak er ‘meenemen’ van: Kansen en knelpunten");

        await organiser.Go($"{table.Sets}/papier");

        Assert.Equal(
            5,
            organiser.Page.QuerySelectorAll(".paper-form section p").Count(item => item.Words() == "Om mee te nemen.")
        );
        Assert.Contains("Wat ‘om mee te nemen’ is, lezen zij niet.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_table_has_no_form_here()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var beside = await World.Beside(table.World, "quirine@ander.example");
        var stranger = await beside.Invite("Kanariestra", "Gemeente", "k@voorbeeld.example");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await table.World.SignIn()).Go($"{table.Sets}/papier?uitnodiging={stranger}")).Status
        );
    }
}
