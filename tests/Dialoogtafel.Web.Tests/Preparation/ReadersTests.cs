using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Nobody appoints themselves a reader of answers that are already there, and a new reader is told (D-08).
/// </summary>
public sealed class ReadersTests : ReadersFixture
{
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
}
