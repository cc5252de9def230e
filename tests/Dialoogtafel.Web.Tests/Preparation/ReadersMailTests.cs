using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>Who hears of a new reader and when, and where the readers are named (D-08).</summary>
public sealed class ReadersMailTests : ReadersFixture
{
    [Fact]
    public async Task A_form_that_was_opened_before_the_first_answer_meets_the_rule_when_it_is_saved()
    {
        var cato = await (await World.SignIn(PreparedTable.Cato)).Go(Details);
        var petra = await (await World.SignIn()).Go(Over);
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);

        await cato.Press("Bewaren", ("Form.ContentFacilitatorId", $"{await PersonAsync(PreparedTable.Cato)}"));
        Assert.Contains(
            "Vraag een organisator om u begeleider te maken.",
            cato.Page.QuerySelector("#Form_ContentFacilitatorId-error")!.Words(),
            StringComparison.Ordinal
        );
        await petra.Press("Ja, draag over aan Hanna", ("Form.Gone", "Content"));
        Assert.Contains("3 mensen krijgen daarover een mail.", petra.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Hanna));

        await petra.Press("Ja, draag over aan Hanna");

        Assert.True(await ReadsAsync(PreparedTable.Hanna));
    }

    [Fact]
    public async Task An_answer_that_the_team_wrote_down_seals_the_table_too()
    {
        await World.TypeAsync(
            table["Anna"],
            1,
            Secret,
            new Domain.Invitations.Hand(Domain.Invitations.ContactChannel.Phone, World.OrganiserPerson)
        );
        var cato = await World.SignIn(PreparedTable.Cato);

        await ChooseAsync(cato, "Process", await PersonAsync(PreparedTable.Cato));

        Assert.Contains("om u begeleider te maken", cato.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Cato));
    }

    [Fact]
    public async Task The_mail_waits_for_the_morning_cannot_be_taken_back_and_is_no_unasked_mail()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        site.Clock.Set(new DateTimeOffset(2026, 11, 2, 20, 30, 0, TimeSpan.Zero));
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Content", ine);
        await AgreeAsync(petra);
        await petra.Go($"/bijeenkomsten/{World.Table}/werving");
        using var recalled = await petra.Http.PostAsync(
            $"/bijeenkomsten/{World.Table}/terughaling",
            petra
                .Page.Forms.First(form => form.QuerySelector("input[name=__RequestVerificationToken]") is not null)
                .Filled()
        );
        await World.SendAsync();
        Assert.Equal(
            MailState.Queued,
            (await RowsAsync()).Single(row => row.Recipient == "anna@voorbeeld.example").State
        );

        site.Clock.Set(new DateTimeOffset(2026, 11, 3, 7, 1, 0, TimeSpan.Zero));
        await World.SendAsync();

        Assert.Equal(
            MailState.Sent,
            (await RowsAsync()).Single(row => row.Recipient == "anna@voorbeeld.example").State
        );
    }

    [Fact]
    public async Task It_leaves_also_to_who_left_the_list_meanwhile_and_when_the_table_does_not_take_place()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        await table.TypeAsync("Cor", "Wat verwacht u", "van ver");
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Content", ine);
        await AgreeAsync(petra);
        await petra.Go($"/uitnodigingen/{table["Anna"]}/intrekking");
        await petra.Press("Ja, haal van de lijst");
        await World.SendAsync(1);
        Assert.Equal(
            [MailState.Sent, MailState.Sent],
            (await RowsAsync()).Where(row => row.InvitationId is not null).Select(row => row.State)
        );

        await ChooseAsync(petra, "Content", await PersonAsync(PreparedTable.Gijs));
        await AgreeAsync(petra);
        await World.CancelAsync();
        await World.SendAsync(1);
        Assert.Equal(
            [MailState.Sent, MailState.Sent, MailState.Sent, MailState.Sent],
            (await RowsAsync()).Where(row => row.InvitationId is not null).Select(row => row.State)
        );
        await ChooseAsync(petra, "Content", ine);
        Assert.Contains(
            "Deze tafel gaat niet door. Er zijn al antwoorden, dus er komt geen begeleider bij.",
            petra.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_was_taken_off_the_table_first_still_hears_who_reads_along()
    {
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Content", ine);
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        await ChooseAsync(petra, "Content", null);
        await ChooseAsync(petra, "Content", await PersonAsync(PreparedTable.Gijs));
        await AgreeAsync(petra);

        Assert.Equal(
            [PreparedTable.Fenna, Ine],
            (await RowsAsync()).Where(row => row.Kind == "leest-mee-team").Select(row => row.Recipient).Order()
        );
    }

    [Fact]
    public async Task Who_has_begun_counts_as_having_answered_for_the_page_said_who_reads_it()
    {
        var anna = await World.Read(table["Anna"]);
        await site.Db(async db =>
        {
            db.Preparations.Add(new PreparationProgress { InvitationId = anna.Id });
            await db.SaveChangesAsync();
        });
        var cato = await World.SignIn(PreparedTable.Cato);

        await ChooseAsync(cato, "Content", await PersonAsync(PreparedTable.Cato));

        Assert.Contains("Er zijn al antwoorden.", cato.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(PreparedTable.Cato));
    }

    [Theory]
    [InlineData(
        "nl",
        "Valt een van hen uit? Dan leest Hanna het.",
        "De begeleiders zijn Fenna en Gijs. Valt een van hen uit?"
    )]
    [InlineData(
        "en",
        "If one of them cannot come, Hanna reads it instead.",
        "The facilitators are Fenna and Gijs. If one of them cannot come"
    )]
    public async Task Who_stands_in_is_named_wherever_the_readers_are(string language, string standIn, string review)
    {
        var anna = await Visitor.To(site).Go(await World.LinkOf(table["Anna"]));
        var own = anna.Address.AbsolutePath;
        await anna.Go($"{own}/vragen");
        await anna.Press("Begin");
        await anna.Press("Volgende", ("Form.Text", "rust"));
        await site.Db(db =>
            db.Persons.Where(item => item.FirstName == "Anna")
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, language))
        );

        Assert.Contains(standIn, (await anna.Go($"{own}/vragen")).Text, StringComparison.Ordinal);
        Assert.Contains(standIn, (await anna.Go($"{own}/vragen/papier")).Text, StringComparison.Ordinal);
        Assert.Contains(review, (await anna.Go($"{own}/vragen/nakijken")).Text, StringComparison.Ordinal);
        var petra = await (await World.SignIn()).Go($"{table.Sets}/papier");
        Assert.Contains("Valt een van hen uit? Dan leest Hanna het.", petra.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_about_the_questions_names_who_stands_in()
    {
        site.Clock.Set(new DateTimeOffset(2026, 11, 12, 9, 30, 0, TimeSpan.Zero));
        await site.Run<ReminderJob>();

        var mail = (await site.MailsAsync()).First(item => item.Row.Kind == "vragen-vooraf");

        Assert.Contains(
            "Valt een van hen uit? Dan leest Hanna het.",
            mail.Mail.Text.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }
}
