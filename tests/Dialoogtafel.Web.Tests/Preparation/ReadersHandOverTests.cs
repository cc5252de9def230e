using System.Net;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>Handing a place over, changing places and moving the table while there are answers (D-08).</summary>
public sealed class ReadersHandOverTests : ReadersFixture
{
    [Fact]
    public async Task The_reserve_does_not_take_over_alone_neither_by_the_page_nor_by_a_forged_form()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var hanna = await (await World.SignIn(PreparedTable.Hanna)).Go(Over);
        Assert.Contains(
            "U bent zelf de reserve. Vraag een organisator of een begeleider van deze tafel om over te dragen.",
            hanna.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(hanna.Page.QuerySelectorAll("button"), button =>
            button.Words().StartsWith("Ja, draag over", StringComparison.Ordinal)
        );

        var form = hanna.Page.Forms.First(item =>
            item.QuerySelector("input[name=__RequestVerificationToken]") is not null
        );
        using var forged = await hanna.Http.PostAsync(
            Over,
            form.Filled(("Form.Gone", "Process"), ("lezers", $"{await PersonAsync(PreparedTable.Hanna)}.3"))
        );

        Assert.Contains("U bent zelf de reserve.", (await forged.PageAsync()).Body!.Words(), StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Hanna));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_facilitator_gives_the_own_place_away_and_never_the_other()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        await MembershipAsync(await PersonAsync(PreparedTable.Fenna), TeamRole.CoResearcher);
        var fenna = await World.SignIn(PreparedTable.Fenna);

        await ChooseAsync(fenna, "Content", ine);
        Assert.Contains(
            "Vraag een organisator om deze persoon begeleider te maken.",
            fenna.Text,
            StringComparison.Ordinal
        );
        await ChooseAsync(fenna, "Process", ine);
        await AgreeAsync(fenna);

        Assert.True(await ReadsAsync(Ine));
        Assert.False(await ReadsAsync(PreparedTable.Fenna));
        // Who did it need not be told.
        Assert.Equal(
            ["anna@voorbeeld.example", PreparedTable.Gijs],
            (await RowsAsync()).Select(row => row.Recipient).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Who_is_put_back_is_new_again_and_every_change_is_told_once()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var petra = await World.SignIn();
        var gijs = await PersonAsync(PreparedTable.Gijs);
        await ChooseAsync(petra, "Content", ine);
        await AgreeAsync(petra);
        await ChooseAsync(petra, "Content", gijs);
        await AgreeAsync(petra);

        Assert.Equal(2, (await RowsAsync()).Count(row => row.Recipient == "anna@voorbeeld.example"));
        Assert.Contains(
            "Nieuw is Gijs. Niet meer: Ine.",
            await MailToAsync("anna@voorbeeld.example"),
            StringComparison.Ordinal
        );
        await MembershipAsync(gijs, TeamRole.CoResearcher);
        var back = await World.SignIn(PreparedTable.Gijs);
        await ChooseAsync(back, "Content", null);
        Assert.Contains("De tafel is bewaard.", back.Text, StringComparison.Ordinal);
        await ChooseAsync(back, "Content", gijs);
        Assert.Contains("Vraag een organisator om u begeleider te maken.", back.Text, StringComparison.Ordinal);
        await petra.Go(Details);
        Assert.Equal(
            2,
            petra
                .Page.QuerySelectorAll("details li")
                .Count(line =>
                    line.Words().StartsWith("Gijs, inhoudelijk begeleider", StringComparison.Ordinal)
                        && line.Words().Contains("Er waren", StringComparison.Ordinal)
                    || line.Words().StartsWith("Ine, inhoudelijk begeleider", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task On_the_day_the_other_facilitator_hands_over_with_one_press_and_the_reserve_reads_at_once()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 11, 0, 0, TimeSpan.Zero));
        var gijs = await (await World.SignIn(PreparedTable.Gijs)).Go(Over);
        Assert.Contains(
            "Hanna leest die vanaf nu. 2 mensen krijgen daarover een mail. Naar: Anna en Fenna.",
            gijs.Text,
            StringComparison.Ordinal
        );

        await gijs.Press("Ja, draag over aan Hanna", ("Form.Gone", "Process"));
        var hanna = await (await World.SignIn(PreparedTable.Hanna)).Go(table.Overview);

        Assert.Contains(Secret, hanna.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Hanna leest nu de antwoorden. 2 mensen krijgen daarover een mail.",
            gijs.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["anna@voorbeeld.example", PreparedTable.Fenna],
            (await RowsAsync()).Select(row => row.Recipient).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Who_hands_over_the_own_place_is_shown_a_page_that_is_still_theirs()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var fenna = await (await World.SignIn(PreparedTable.Fenna)).Go(Over);

        await fenna.Press("Ja, draag over aan Hanna", ("Form.Gone", "Process"));

        Assert.Equal((HttpStatusCode.OK, "/start"), (fenna.Status, fenna.Address.AbsolutePath));
        Assert.Contains("Hanna is nu procesbegeleider.", fenna.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Fenna));
    }

    [Fact]
    public async Task A_move_and_a_new_reader_are_shown_and_agreed_to_together()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var petra = await (await World.SignIn()).Go(Details);

        await petra.Press("Bewaren", ("Form.Date", "2026-12-10"), ("Form.ContentFacilitatorId", $"{ine}"));
        Assert.Contains("Ine leest die vanaf nu.", petra.Text, StringComparison.Ordinal);
        Assert.Contains(
            "De datum, de tijd of de plek is anders. 3 mensen krijgen daarover een mail.",
            petra.Text,
            StringComparison.Ordinal
        );
        // Anna hears of both; Bram and Cor of the move, Fenna and Gijs of the reader.
        Assert.Contains("Ja, bewaar en mail 5 mensen", petra.Text, StringComparison.Ordinal);
        await AgreeAsync(petra);

        Assert.Equal(3, (await RowsAsync()).Count);
        Assert.Equal(3, (await World.RowsOf("verplaatst")).Count);
    }

    [Fact]
    public async Task Another_person_than_was_agreed_to_is_asked_about_again()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Content", ine);

        await AgreeAsync(petra, ("Form.ContentFacilitatorId", $"{await PersonAsync(PreparedTable.Hanna)}"));

        Assert.Contains("Hanna leest die vanaf nu.", petra.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
        await AgreeAsync(petra);
        Assert.True(await ReadsAsync(PreparedTable.Hanna));
    }

    [Fact]
    public async Task Changing_places_mails_nobody_and_answers_that_are_private_still_seal_the_table()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret, AnswerReaders.OnlyMe);
        var (fenna, gijs) = (await PersonAsync(PreparedTable.Fenna), await PersonAsync(PreparedTable.Gijs));
        var cato = await (await World.SignIn(PreparedTable.Cato)).Go(Details);
        await cato.Press(
            "Bewaren",
            ("Form.ProcessFacilitatorId", $"{gijs}"),
            ("Form.ContentFacilitatorId", $"{fenna}")
        );
        Assert.Contains("De tafel is bewaard.", cato.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());

        await ChooseAsync(cato, "Process", await PersonAsync(PreparedTable.Cato));
        Assert.Contains("om u begeleider te maken", cato.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Cato));
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Process", ine);
        await AgreeAsync(petra);
        // Anna keeps it to herself: the two colleagues hear of it, she does not.
        Assert.Equal(
            [PreparedTable.Fenna, PreparedTable.Gijs],
            (await RowsAsync()).Select(row => row.Recipient).Order(StringComparer.Ordinal)
        );
    }
}
