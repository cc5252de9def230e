using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// What Mijn tafel says about the questions, for who comes and for who thinks along at a distance.
/// </summary>
public sealed class MyTableQuestionsTests
{
    [Fact]
    public async Task Who_comes_reads_how_many_questions_are_open_and_is_ready_when_all_have_an_answer()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.OpenAsync();
        var own = anna.Address.AbsolutePath;
        Assert.Contains("Wilt u vooraf over 3 vragen nadenken?", anna.Text, StringComparison.Ordinal);
        Assert.NotNull(anna.Page.QuerySelector($"a[href='{own}/agenda']"));

        await anna.Follow("Naar de vragen");
        await anna.Press("Begin");
        foreach (var text in new[] { "niets", "een idee", "ervaring" })
        {
            await anna.Press(text == "ervaring" ? "Naar het nakijken" : "Volgende", ("Form.Text", text));
        }

        await anna.Go(own);
        Assert.Contains("U bent klaar", anna.Text, StringComparison.Ordinal);
        Assert.Contains("U komt halen: een idee U komt brengen: ervaring", anna.Text, StringComparison.Ordinal);
        Assert.EndsWith("/vragen", (await anna.Follow("Vragen vooraf")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, RsvpAnswer.Yes)]
    [InlineData(true, RsvpAnswer.No)]
    [InlineData(true, RsvpAnswer.Maybe)]
    public async Task Nobody_is_asked_before_the_questions_are_ready_or_after_another_answer(
        bool ready,
        RsvpAnswer answer
    )
    {
        using var site = new Site();
        var table = await AskedTable.On(site, answer, ready);
        var anna = await table.OpenAsync();
        var own = anna.Address.AbsolutePath;

        Assert.Null(anna.Page.QuerySelector($"a[href='{own}/vragen']"));
        Assert.Equal(own, (await anna.Go($"{own}/vragen")).Address.AbsolutePath);
        Assert.Equal(own, (await anna.Go($"{own}/vragen/papier")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Once_the_table_has_begun_nothing_is_asked_and_answers_can_still_be_erased()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende", ("Form.Text", "een"));
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));

        await anna.Press("Volgende", ("Form.Text", "nog snel iets"));

        Assert.Equal(["een", "nog snel iets"], await table.TextsAsync());
        Assert.EndsWith("/nakijken", anna.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(anna.Page.QuerySelectorAll("main input[type=radio]"));
        await anna.Press("Bewaar mijn keuzes", ("Form.Answers[0].Erase", "true"));
        Assert.Equal(["nog snel iets"], await table.TextsAsync());
    }

    [Fact]
    public async Task Who_thinks_along_fills_it_in_herself_without_a_call_and_reads_words_of_her_own()
    {
        using var site = new Site();
        var table = await AskedTable.On(site, answer: null);
        var anna = await table.OpenAsync();
        var own = anna.Address.AbsolutePath;
        await anna.Follow("Antwoord geven");
        await anna.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
        await anna.Press("Verstuur", ("Form.How", "Myself"));

        Assert.Equal($"{own}/vragen", anna.Address.AbsolutePath);
        Assert.Contains("U denkt mee op afstand", anna.Text, StringComparison.Ordinal);
        Assert.Null((await table.World.Read(table.Anna)).CallReason);
        await anna.Press("Begin");
        Assert.Contains("Wat hoopt u dat deze tafel oplevert?", anna.Text, StringComparison.Ordinal);
        await anna.Go(own);
        Assert.Contains("Schrijf op wat u wilt meegeven", anna.Text, StringComparison.Ordinal);
        await anna.Go($"{own}/vragen");
        await anna.Press("Verstuur mijn keuze", ("Form.Rather", "OnlyThinking"));
        Assert.Contains("Dank u wel voor het meedenken", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_asked_first_is_taken_away_by_writing_and_without_questions_only_the_call_is_offered()
    {
        using var site = new Site();
        var table = await AskedTable.On(site, RsvpAnswer.Contribute, ready: false);
        var anna = await table.OpenAsync();
        var own = anna.Address.AbsolutePath;
        await anna.Go($"{own}/meegeven");
        Assert.Single(anna.Page.QuerySelectorAll("main input[type=radio]"));
        await anna.Press("Verstuur", ("Form.How", "Myself"));
        Assert.Contains("Er zijn nog geen vragen", anna.Text, StringComparison.Ordinal);
        await anna.Press("Verstuur", ("Form.How", "CallMe"));
        Assert.Equal(CallReason.WantsToContribute, (await table.World.Read(table.Anna)).CallReason);

        await site.Db(async db =>
        {
            (await db.Gatherings.SingleAsync(item => item.Id == table.World.Table)).PutQuestionsReady(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        await anna.Go($"{own}/meegeven");
        await anna.Press("Verstuur", ("Form.How", "Myself"));

        Assert.Equal($"{own}/vragen", anna.Address.AbsolutePath);
        Assert.Null((await table.World.Read(table.Anna)).CallReason);
    }

    [Fact]
    public async Task Who_would_rather_be_called_about_the_questions_stands_on_te_bellen_once_and_keeps_her_chair()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.StartAsync();
        var page = anna.Address.AbsolutePath;
        var mails = await site.Db(db => db.Mails.CountAsync());

        await anna.Press("Verstuur mijn keuze");
        Assert.Contains("Kies of wij u bellen", anna.Text, StringComparison.Ordinal);
        await anna.Press("Verstuur mijn keuze", ("Form.Rather", "CallMe"));

        Assert.Contains("Wij bellen u over de vragen, Anna", anna.Text, StringComparison.Ordinal);
        var invitation = await table.World.Read(table.Anna);
        Assert.Equal(
            (CallReason.AnswersByPhone, InvitationState.Yes),
            (invitation.CallReason!.Value, invitation.State)
        );
        Assert.Equal(mails, await site.Db(db => db.Mails.CountAsync()));
        Assert.Contains(
            "beantwoordt de vragen vooraf liever aan de telefoon",
            (await (await table.World.SignIn()).Go("/te-bellen")).Text,
            StringComparison.Ordinal
        );
        site.Clock.Move(TimeSpan.FromDays(1));
        await anna.Go(page);
        await anna.Press("Verstuur mijn keuze", ("Form.Rather", "CallMe"));
        Assert.Equal(invitation.CallSince, (await table.World.Read(table.Anna)).CallSince);

        await anna.Go(page);
        await anna.Press("Verstuur mijn keuze", ("Form.Rather", "OnlyThinking"));
        Assert.Null((await table.World.Read(table.Anna)).CallReason);
    }
}
