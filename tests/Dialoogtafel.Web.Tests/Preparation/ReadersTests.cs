using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Nobody appoints themselves a reader of answers that are already there, and a new reader is told (D-08).
/// </summary>
public sealed class ReadersTests : IAsyncLifetime
{
    private const string Ine = "ine@team.example";
    private const string Secret = "kanarie op de begane grond";
    private readonly Site site = new();
    private PreparedTable table = null!;
    private int ine;

    private World World => table.World;
    private string Details => $"/bijeenkomsten/{World.Table}/gegevens";
    private string Over => $"/bijeenkomsten/{World.Table}/overdracht";

    public async Task InitializeAsync()
    {
        table = await PreparedTable.On(site);
        ine = await World.Member("Ine", Ine, TeamRole.Facilitator, World.Project);
        await World.SendAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_co_researcher_who_saves_themselves_as_facilitator_is_refused_and_the_answers_stay_sealed()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var cato = await (await World.SignIn(PreparedTable.Cato)).Go(Details);
        Assert.Contains(
            "Een nieuwe begeleider wordt gekozen door een organisator",
            cato.Text,
            StringComparison.Ordinal
        );

        await cato.Press(
            "Bewaren",
            ("Form.ProcessFacilitatorId", $"{await PersonAsync(PreparedTable.Cato)}"),
            ("Form.Topics", "Reizen")
        );

        Assert.Contains(
            "Er zijn al antwoorden. Vraag een organisator om u begeleider te maken.",
            cato.Page.QuerySelector("#Form_ProcessFacilitatorId-error")!.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal("Reizen", cato.Page.QuerySelector("#Form_Topics")!.ValueOf());
        Assert.False(await ReadsAsync(PreparedTable.Cato));
        Assert.True(await ReadsAsync(PreparedTable.Fenna));
        Assert.Empty(await RowsAsync());
    }

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
    public async Task An_organiser_appoints_another_after_seeing_who_hears_of_it_and_they_all_do()
    {
        await table.JoinAsync("Dora", "Gemeente", Domain.Invitations.RsvpAnswer.Yes);
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        await table.TypeAsync("Bram", "Wat verwacht u", "voor mij", AnswerReaders.OnlyMe);
        await table.TypeAsync("Cor", "Wat verwacht u", "van ver");
        await table.TypeAsync("Dora", "Wat verwacht u", "zonder adres");
        await site.Db(db =>
            db.Persons.Where(item => item.FirstName == "Dora")
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, (string?)null))
        );
        await site.Db(db =>
            db.Persons.Where(item => item.FirstName == "Cor")
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, "en"))
        );
        var petra = await (await World.SignIn()).Go(Details);

        await petra.Press("Bewaren", ("Form.ContentFacilitatorId", $"{ine}"), ("Form.Topics", "Reizen"));

        Assert.Contains(
            "Er zijn al antwoorden. Ine leest die vanaf nu. 4 mensen krijgen daarover een mail. Naar: "
                + "Anna, Cor, Fenna en Gijs.",
            petra.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Geen mailadres: Dora. Bel zelf.", petra.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(Ine));
        Assert.Empty(await RowsAsync());

        await AgreeAsync(petra);

        Assert.Contains(
            "Ine leest nu de antwoorden. 4 mensen krijgen daarover een mail. Bel zelf Dora: geen mailadres.",
            petra.Text,
            StringComparison.Ordinal
        );
        Assert.True(await ReadsAsync(Ine));
        Assert.False(await ReadsAsync(PreparedTable.Gijs));
        await World.SendAsync(1);
        Assert.All(await RowsAsync(), row => Assert.Equal(MailState.Sent, row.State));
        Assert.Equal(
            ["anna@voorbeeld.example", "cor@voorbeeld.example", PreparedTable.Fenna, PreparedTable.Gijs],
            (await RowsAsync()).Select(row => row.Recipient).Order(StringComparer.Ordinal)
        );
        var anna = await MailToAsync("anna@voorbeeld.example");
        Assert.Contains(
            "Ze worden nu gelezen door Fenna en Ine. Nieuw is Ine. Niet meer: Gijs.",
            anna,
            StringComparison.Ordinal
        );
        Assert.Contains("alleen ik", anna, StringComparison.Ordinal);
        Assert.Contains("06 555 00 001", anna, StringComparison.Ordinal);
        Assert.Contains(await World.LinkOf(table["Anna"]), anna, StringComparison.Ordinal);
        Assert.Contains(
            "They are now read by Fenna and Ine. New is Ine. No longer: Gijs.",
            await MailToAsync("cor@voorbeeld.example"),
            StringComparison.Ordinal
        );
        Assert.Contains("Petra koos wie de tafel", await MailToAsync(PreparedTable.Fenna), StringComparison.Ordinal);
        await petra.Go(Details);
        Assert.Contains(
            "Ine, inhoudelijk begeleider: vanaf maandag 2 november, 10.01 uur",
            petra.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Gekozen door Petra. Er waren al antwoorden.", petra.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_organiser_may_appoint_themselves_and_it_is_told_and_written_down()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var petra = await (await World.SignIn()).Go(Details);

        await petra.Press("Bewaren", ("Form.ProcessFacilitatorId", $"{World.OrganiserPerson}"));
        Assert.Contains("U bent de enige organisator en kiest uzelf.", petra.Text, StringComparison.Ordinal);
        await AgreeAsync(petra);

        Assert.True(await ReadsAsync(World.Organiser));
        Assert.Equal(3, (await RowsAsync()).Count);
        await petra.Go(Details);
        Assert.Contains(
            "Petra, procesbegeleider: vanaf maandag 2 november, 10.01 uur. Koos zichzelf. Er waren al antwoorden.",
            petra.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task With_a_second_organiser_nobody_appoints_themselves_also_not_after_putting_the_other_out()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var quinta = await World.Member("Quinta", "quinta@team.example", TeamRole.Organiser, World.Project);
        var petra = await World.SignIn();
        await ChooseAsync(petra, "Process", World.OrganiserPerson);
        Assert.Contains("Vraag een andere organisator om u begeleider te maken.", petra.Text, StringComparison.Ordinal);

        var membership = await site.Db(db =>
            db.Memberships.Where(item => item.PersonId == quinta).Select(item => item.Id).SingleAsync()
        );
        await petra.Go("/team");
        using var ended = await petra.Http.PostAsync(
            $"/team/leden/{membership}/einde",
            petra
                .Page.Forms.First(form =>
                    form.GetAttribute("action")!.Contains($"/{membership}/einde", StringComparison.Ordinal)
                )
                .Filled()
        );
        Assert.NotNull(
            await site.Db(db =>
                db.Memberships.Where(item => item.Id == membership).Select(item => item.Until).SingleAsync()
            )
        );
        await ChooseAsync(petra, "Process", World.OrganiserPerson);

        Assert.Contains("Vraag een andere organisator om u begeleider te maken.", petra.Text, StringComparison.Ordinal);
        Assert.False(await ReadsAsync(World.Organiser));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_co_researcher_who_is_made_organiser_still_asks_another()
    {
        await table.TypeAsync("Anna", "Wat verwacht u", Secret);
        var cato = await PersonAsync(PreparedTable.Cato);
        await MembershipAsync(cato, TeamRole.Organiser);

        var visitor = await World.SignIn(PreparedTable.Cato);
        await ChooseAsync(visitor, "Content", cato);

        Assert.Contains(
            "Vraag een andere organisator om u begeleider te maken.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.False(await ReadsAsync(PreparedTable.Cato));
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
    public async Task Before_the_first_answer_a_co_researcher_chooses_themselves_and_nobody_is_mailed()
    {
        var cato = await World.SignIn(PreparedTable.Cato);

        await ChooseAsync(cato, "Process", await PersonAsync(PreparedTable.Cato));

        Assert.Contains("De tafel is bewaard.", cato.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
        Assert.True(await ReadsAsync(PreparedTable.Cato));
        await cato.Go(Details);
        Assert.Contains("Koos zichzelf.", cato.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Er waren al antwoorden.", cato.Text, StringComparison.Ordinal);
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

    private async Task ChooseAsync(Visitor visitor, string duty, int? person)
    {
        await visitor.Go(Details);
        await visitor.Press("Bewaren", ($"Form.{duty}FacilitatorId", $"{person}"));
    }

    /// <summary>Presses the button below the form; the same stands above it.</summary>
    private static async Task AgreeAsync(Visitor visitor, params (string Name, string Value)[] typed)
    {
        var button = visitor.Page.QuerySelector("form#details .buttons button")!;
        Assert.StartsWith("Ja, bewaar", button.Words(), StringComparison.Ordinal);
        button.TextContent = "Onderaan";
        await visitor.Press("Onderaan", typed);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private async Task<bool> ReadsAsync(string address) =>
        (await (await World.SignIn(address)).Go(table.Overview)).Status == HttpStatusCode.OK;

    private Task<int> PersonAsync(string address) =>
        site.Db(db => db.Persons.Where(item => item.Email == address).Select(item => item.Id).SingleAsync());

    private Task MembershipAsync(int person, TeamRole role) =>
        site.Db(async db =>
        {
            db.Memberships.Add(
                new TeamMembership
                {
                    PersonId = person,
                    ProjectId = World.Project,
                    Role = role,
                    From = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });

    private Task<List<OutgoingMail>> RowsAsync() =>
        site.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail => mail.Kind.StartsWith("leest-mee"))
                .OrderBy(mail => mail.QueuedAt)
                .ThenBy(mail => mail.Id)
                .ToListAsync()
        );

    private async Task<string> MailToAsync(string address) =>
        (await site.MailsAsync())
            .Last(mail =>
                mail.Row.Kind.StartsWith("leest-mee", StringComparison.Ordinal) && mail.Row.Recipient == address
            )
            .Mail.Text.ReplaceLineEndings(" ");
}
