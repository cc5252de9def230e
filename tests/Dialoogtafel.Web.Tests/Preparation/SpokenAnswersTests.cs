using System.Net;
using AngleSharp.Dom;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Phone and paper are equal to the screen (A-09): the team types in what somebody said, and the record says so.
/// </summary>
public sealed class SpokenAnswersTests
{
    [Fact]
    public async Task Answers_by_phone_are_recorded_with_the_channel_and_who_wrote_them_down()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await table.World.SignIn();
        await organiser.Go($"/uitnodigingen/{table["Anna"]}");
        await organiser.Follow("Schrijf op wat Anna antwoordt");

        await organiser.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(organiser, "Wat verwacht u"), "Rust aan tafel"),
            (Box(organiser, "Wanneer ging het goed"), "Bij de bakker")
        );

        Assert.Contains("Anna: 2 antwoorden opgeschreven.", organiser.Text, StringComparison.Ordinal);
        var answers = await table.AnswersAsync();
        Assert.Equal(["Rust aan tafel", "Bij de bakker"], answers.Select(table.Open));
        Assert.All(answers, item =>
            Assert.Equal(
                (ContactChannel.Phone, table.World.OrganiserPerson, (string?)null, (AnswerReaders?)null),
                (item.Channel, item.ById!.Value, item.Device, item.Readers)
            )
        );
        Assert.Contains(
            "telefoon, opgeschreven door Petra",
            (await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Anna", CallReason.AnswersByPhone, "Phone", true, 1)]
    [InlineData("Anna", CallReason.AnswersByPhone, "Paper", true, 0)]
    [InlineData("Cor", CallReason.WantsToContribute, "Phone", true, 1)]
    [InlineData("Cor", CallReason.WantsToContribute, "Paper", false, 0)]
    [InlineData("Anna", CallReason.TableMoved, "Phone", false, 0)]
    public async Task Who_asked_to_be_called_about_the_questions_and_is_ready_is_not_called_about_them_again(
        string name,
        CallReason reason,
        string channel,
        bool settled,
        int calls
    )
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var id = table[name];
        await site.Db(async db =>
        {
            (await db.Invitations.Include(item => item.Gathering).SingleAsync(item => item.Id == id)).AskCall(
                reason,
                null,
                null,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{id}/antwoorden");

        await organiser.Press(
            $"Schrijf dit op voor {name}",
            ("Form.Channel", channel),
            (Box(organiser, "Wat"), "Rust aan tafel")
        );
        Assert.Equal(reason, (await table.World.Read(id)).CallReason);
        await organiser.Go($"/uitnodigingen/{id}/antwoorden");
        await organiser.Press($"Schrijf dit op voor {name}", ("Form.Channel", channel), ("Form.End", "Answered"));

        Assert.Equal(settled ? null : reason, (await table.World.Read(id)).CallReason);
        Assert.Equal(
            calls,
            await site.Db(db =>
                db.CallAttempts.CountAsync(item =>
                    item.InvitationId == id && item.Settled == reason && item.ById == table.World.OrganiserPerson
                )
            )
        );
    }

    [Fact]
    public async Task Without_a_channel_nothing_is_stored_and_nothing_typed_is_lost()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        var box = Box(organiser, "Wat verwacht u");

        await organiser.Press("Schrijf dit op voor Anna", (box, "Rust aan tafel"));

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Contains("Kies eerst hoe u de antwoorden kreeg.", organiser.Text, StringComparison.Ordinal);
        Assert.Equal("Rust aan tafel", organiser.Page.QuerySelector($"[name='{box}']")!.ValueOf());
        Assert.Empty(await table.AnswersAsync());
    }

    [Fact]
    public async Task Her_helper_sees_that_she_wrote_something_herself_and_not_what()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "kanarie van Anna");
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Anna"]}/antwoorden");

        Assert.Contains("Hier schreef Anna zelf al iets.", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", organiser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));

        await organiser.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(organiser, "Wat verwacht u"), "En goede koffie")
        );
        Assert.Equal(["kanarie van Anna", "En goede koffie"], (await table.AnswersAsync()).Select(table.Open));
    }

    [Fact]
    public async Task Who_wrote_it_down_sees_it_again_to_correct_and_a_colleague_does_not()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var (petra, cato, page) = (
            await table.World.SignIn(),
            await table.World.SignIn(PreparedTable.Cato),
            $"/uitnodigingen/{table["Anna"]}/antwoorden"
        );
        await petra.Go(page);
        await petra.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Paper"),
            (Box(petra, "Wat verwacht u"), "kanarie op papier")
        );

        await cato.Go(page);
        Assert.Contains("Hier schreef Petra al iets.", cato.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", cato.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await petra.Go(page);
        var box = Box(petra, "Wat verwacht u");
        Assert.Equal("kanarie op papier", petra.Page.QuerySelector($"[name='{box}']")!.ValueOf());
        await petra.Press("Schrijf dit op voor Anna", ("Form.Channel", "Paper"));
        Assert.Equal(1, Assert.Single(await table.AnswersAsync()).Revision);

        await petra.Go(page);
        await petra.Press("Schrijf dit op voor Anna", ("Form.Channel", "Paper"), (box, "kanarie, verbeterd"));
        Assert.Equal("kanarie, verbeterd", table.Open(Assert.Single(await table.AnswersAsync())));
        Assert.Equal(
            [table.World.OrganiserPerson],
            await site.Db(db => db.ReadLog.Select(item => item.ReaderId).Distinct().ToListAsync())
        );
    }

    [Fact]
    public async Task Who_may_read_it_is_asked_aloud_and_counts_for_what_was_written_down()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var own = await table.TypeAsync("Anna", "Wat komt u halen", "Zelf getypt");
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Anna"]}/antwoorden");

        await organiser.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(organiser, "Wat verwacht u"), "kanarie"),
            ("Form.Readers", "OnlyMe")
        );

        var answers = await table.AnswersAsync();
        Assert.Null(answers.Single(item => item.Id == own).Readers);
        Assert.Equal(AnswerReaders.OnlyMe, answers.Single(item => item.Id != own).Readers);
        Assert.DoesNotContain(
            "kanarie",
            (await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_somebody_kept_to_themselves_is_not_opened_by_a_later_call()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        await organiser.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(organiser, "Wat verwacht u"), "kanarie"),
            ("Form.Readers", "OnlyMe")
        );

        await organiser.Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        await organiser.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(organiser, "Wat komt u halen"), "Rust"),
            ("Form.Readers", "Facilitators")
        );

        Assert.Equal(
            [("kanarie", AnswerReaders.OnlyMe), ("Rust", AnswerReaders.Facilitators)],
            (await table.AnswersAsync())
                .OrderBy(item => item.Id)
                .Select(item => (table.Open(item), item.Readers!.Value))
        );

        await organiser.Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        await organiser.Press("Schrijf dit op voor Anna", ("Form.Channel", "Phone"), ("Form.Readers", "Facilitators"));
        Assert.Contains("Wie het eerdere mag lezen, bleef zoals het was.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(await table.AnswersAsync(), item => item.Readers == AnswerReaders.OnlyMe);

        await organiser.Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        await organiser.Press("Schrijf dit op voor Anna", ("Form.Channel", "Phone"), ("Form.AlsoEarlier", "true"));
        Assert.Contains("Kies wie het mag lezen", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Schrijf dit op voor Anna", ("Form.Readers", "Facilitators"));
        Assert.All(await table.AnswersAsync(), item => Assert.Equal(AnswerReaders.Facilitators, item.Readers));
    }

    [Fact]
    public async Task Having_thought_about_it_is_enough()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Bram"]}/antwoorden");

        await organiser.Press("Schrijf dit op voor Bram", ("Form.Channel", "Phone"), ("Form.End", "Thought"));

        Assert.Equal(
            PreparedBy.Thinking,
            (await site.Db(db => db.Preparations.SingleAsync(item => item.InvitationId == table["Bram"]))).DoneBy
        );
        Assert.Contains(
            "Voorbereiding: 1 van 3 klaar.",
            (await organiser.Go($"/bijeenkomsten/{table.World.Table}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_question_that_is_taken_off_while_somebody_types_loses_nothing()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var (petra, cato) = (await table.World.SignIn(), await table.World.SignIn(PreparedTable.Cato));
        await petra.Go($"/uitnodigingen/{table["Anna"]}/antwoorden");
        await cato.Go(table.Sets);
        await cato.Press("Niet meer vragen: Wat verwacht u");

        await petra.Press(
            "Schrijf dit op voor Anna",
            ("Form.Channel", "Phone"),
            (Box(petra, "Wat verwacht u"), "Rust aan tafel")
        );

        Assert.Equal("Rust aan tafel", table.Open(Assert.Single(await table.AnswersAsync())));
    }

    [Fact]
    public async Task Somebody_who_is_not_asked_has_no_boxes()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.JoinAsync("Dirk", "Gemeente", RsvpAnswer.No);

        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Dirk"]}/antwoorden");

        Assert.Contains("Er zijn geen vragen voor Dirk", organiser.Text, StringComparison.Ordinal);
        Assert.Empty(organiser.Page.QuerySelectorAll("main textarea"));
    }

    /// <summary>The name of the box below a question.</summary>
    private static string Box(Visitor visitor, string question) =>
        visitor
            .Page.QuerySelectorAll("main label[for]")
            .First(item => item.Words().StartsWith(question, StringComparison.Ordinal))
            .GetAttribute("for")
            is { } id
            ? visitor.Page.GetElementById(id)!.GetAttribute("name")!
            : throw new InvalidOperationException(question);
}
