using System.Net;
using AngleSharp.Html.Dom;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.AfterTable;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Trust;

/// <summary>
/// Every form that makes or sends something, sent twice as a double press or F5 does: never an error page, and nothing
/// happens twice without a word.
/// </summary>
public sealed class RepeatedPostTests : IAsyncLifetime
{
    /// <summary>
    /// Forms that still make a second one when they are sent again as they stand: the form does not know that it was
    /// sent. None may be added.
    /// </summary>
    private static readonly string[] MakeTwo =
    [
        "somebody invited",
        "a table more",
        "notes",
        "an action",
        "a newsletter",
        "a question list",
        "asked for news",
        "sign-in link",
        "a call written down",
        "a consent written down",
        "a note with an action",
    ];

    /// <summary>
    /// Asked for by who gets it: when the first has left and it is asked for once more, another one comes.
    /// </summary>
    private static readonly string[] AskedAgain =
    [
        "report proof",
        "newsletter tried",
        "test mail",
        "see again",
        "link again",
    ];

    /// <summary>What each opening, reading or asking writes down, also when it is done again.</summary>
    private static readonly string[] Ledgers = ["ReadLog", "SignInRequests", "AspNetUserTokens"];

    private readonly Site site = new();
    private readonly List<string> wrong = [];
    private readonly List<string> doubles = [];
    private PreparedTable table = null!;

    public async Task InitializeAsync()
    {
        table = await PreparedTable.On(site);
        await table.World.SendAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_participant_sends_before_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        var people = await table.World.Invite([
            .. new[] { "Ewoud", "Fleur", "Guus", "Hein", "Ina", "Jip" }.Select(name =>
                (name, "Gemeente", (string?)$"{name.ToLowerInvariant()}@voorbeeld.example", (string?)null)
            ),
        ]);
        await TwiceAsync("yes", await MyTableAsync(people[0]), "antwoord", mailLeftBetween, ("Form.Answer", "Yes"));
        await TwiceAsync(
            "cannot come",
            await MyTableAsync(people[0]),
            "toch-niet",
            mailLeftBetween,
            ("Form.Choice", "CannotCome")
        );
        await TwiceAsync(
            "someone else",
            await MyTableAsync(people[1]),
            "iemand-anders",
            mailLeftBetween,
            ("Form.Name", "Vera"),
            ("Form.Address", "vera@voorbeeld.example"),
            ("Form.Agreed", "Agreed")
        );
        await TwiceAsync(
            "contribute",
            await MyTableAsync(people[2]),
            "meegeven",
            mailLeftBetween,
            ("Form.How", "CallMe"),
            ("Form.Phone", "06 555 00 009"),
            ("Form.CallWhen", "na vijf uur")
        );
        await TwiceAsync(
            "not yet",
            await MyTableAsync(people[3]),
            "wanneer",
            mailLeftBetween,
            ("Form.When", "NextWeek")
        );
        await TwiceAsync(
            "news",
            await MyTableAsync(people[4], "Decline"),
            "op-de-hoogte",
            mailLeftBetween,
            ("Form.Yes", "true")
        );
        await TwiceAsync(
            "needs",
            await MyTableAsync(table["Anna"]),
            "nodig",
            mailLeftBetween,
            ("Form.MoreBreaks", "true"),
            ("Form.Text", "rust")
        );
        await table.TypeAsync("Bram", "Wat komt u halen", "iets");
        await TwiceAsync(
            "see again",
            await MyTableAsync(table["Bram"]),
            "terugzien",
            mailLeftBetween,
            ("SendLink", "true")
        );
        await TwiceAsync(
            "removal",
            await MyTableAsync(people[5]),
            "van-de-lijst",
            mailLeftBetween,
            ("Form.Choice", "Remove")
        );
        var stranger = await new Visitor(site.Open()).Go("/link-opnieuw");
        await TwiceAsync(
            "link again",
            stranger,
            "/link-opnieuw",
            mailLeftBetween,
            ("Form.Address", "anna@voorbeeld.example")
        );
        await stranger.Go("/team/inloggen");
        await TwiceAsync("sign-in link", stranger, "/team/inloggen", mailLeftBetween, ("Email", World.Organiser));
        await stranger.Go("/op-de-hoogte");
        await TwiceAsync(
            "asked for news",
            stranger,
            "/op-de-hoogte",
            mailLeftBetween,
            ("Form.FirstName", "Saar"),
            ("Form.Address", "saar@voorbeeld.example"),
            ("Form.ProjectId", $"{table.World.Project}")
        );
        AssertRight();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_team_sends_before_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        var people = await table.World.Invite(
            [
                .. new[] { "Ewoud", "Fleur", "Guus" }.Select(name =>
                    (
                        name,
                        "Gemeente",
                        name == "Ewoud" ? null : $"{name.ToLowerInvariant()}@voorbeeld.example",
                        (string?)"06 555 00 008"
                    )
                ),
            ],
            approached: false
        );
        var (world, organiser) = (table.World, await table.World.SignIn());
        var here = $"/bijeenkomsten/{world.Table}";

        await TeamAsync(
            "somebody invited",
            $"{here}/uitnodigingen/nieuw",
            $"{here}/uitnodigingen/nieuw",
            ("Form.FirstName", "Lot"),
            ("Form.Email", "lot@voorbeeld.example"),
            ("Form.PerspectiveId", $"{world.Perspectives["Gemeente"]}"),
            ("Form.ViaWhom", "Petra")
        );
        await TeamAsync(
            "asked by phone",
            $"/uitnodigingen/{people[0]}/voorbeeld",
            $"/uitnodigingen/{people[0]}/benadering",
            ("kanaal", "Phone")
        );
        await TeamAsync(
            "one invitation sent",
            $"/uitnodigingen/{people[1]}/voorbeeld",
            $"/uitnodigingen/{people[1]}/verzending"
        );
        await TeamAsync("all invitations sent", $"{here}/verzending", $"{here}/verzending");
        await TeamAsync(
            "an answer written down",
            $"/uitnodigingen/{people[0]}",
            $"/uitnodigingen/{people[0]}/antwoord",
            ("Form.Answer", "Yes"),
            ("Form.Channel", "Phone")
        );
        await TeamAsync(
            "needs written down",
            $"/uitnodigingen/{table["Anna"]}/behoeften",
            $"/uitnodigingen/{table["Anna"]}/behoeften",
            ("Form.NoStairs", "true"),
            ("Form.Channel", "Phone")
        );
        await TeamAsync(
            "a call written down",
            "/te-bellen",
            $"/uitnodigingen/{table["Cor"]}/belpoging",
            ("Form.Press", "NotReached")
        );
        await TeamAsync(
            "a question list",
            $"{here}/vragen",
            $"{here}/vragen/lijsten",
            ("Form.Name", "Extra"),
            ("Form.Mode", "SendIn")
        );
        await TeamAsync("questions taken away", $"{here}/vragen", $"{here}/vragen/intrekking");
        await TeamAsync("questions put ready", $"{here}/vragen", $"{here}/vragen/klaar");
        await TeamAsync("a table more", $"/reeksen/{world.Series}", $"/reeksen/{world.Series}/tafels");
        await TeamAsync("news about a series", $"/reeksen/{world.Series}", $"/reeksen/{world.Series}/nieuws");
        await TeamAsync("a newsletter", "/nieuwsbrieven", "/nieuwsbrieven");
        await NewsletterAsync();
        await TeamAsync(
            "a member",
            "/team",
            "/team/leden",
            ("Form.FirstName", "Samira"),
            ("Form.Email", "samira@team.example"),
            ("Form.Role", nameof(TeamRole.CoResearcher))
        );
        var anna = (await world.Read(table["Anna"])).PersonId;
        await TeamAsync(
            "a perspective",
            $"/personen/{anna}",
            $"/personen/{anna}/perspectieven",
            ("Perspective.PerspectiveId", $"{world.Perspectives["Werkgever"]}"),
            ("Perspective.AccordingTo", "Petra")
        );
        await TeamAsync(
            "a role",
            $"/personen/{anna}",
            $"/personen/{anna}/rollen",
            ("GivenRole.Role", "CoResearcher"),
            ("GivenRole.Reason", "denkt mee")
        );
        await TeamAsync(
            "a consent written down",
            $"/personen/{anna}",
            $"/personen/{anna}/toestemmingen",
            ("Consent.Purpose", "StayInNetwork"),
            ("Consent.TextVersion", "1"),
            ("Consent.Channel", "Phone")
        );
        await TeamAsync(
            "somebody in the network",
            "/netwerk/nieuw",
            "/netwerk/nieuw",
            ("Contact.FirstName", "Teun"),
            ("Contact.Email", "teun@voorbeeld.example")
        );
        await TeamAsync("handed over", $"{here}/overdracht", $"{here}/overdracht", ("Form.Gone", "Content"));
        await TeamAsync("test mail", "/beheer/versturen", "/beheer/versturen", ("Form.Route", "Folder"));
        await site.Db(async db =>
        {
            (await db.Installation.SingleAsync()).SendingOnAt = site.Clock.Utc;
            await db.SaveChangesAsync();
        });
        await TeamAsync(
            "off the list",
            $"/uitnodigingen/{table["Anna"]}/intrekking",
            $"/uitnodigingen/{table["Anna"]}/intrekking"
        );
        await organiser.Go($"{here}/gegevens");
        await organiser.Press("Bewaren", ("Form.Date", "2026-12-10"));
        await TwiceAsync("moved", organiser, $"{here}/gegevens", mailLeftBetween);
        await TeamAsync("called off", $"{here}/afzegging", $"{here}/afzegging", ("Form.Reason", "Geen zaal."));
        AssertRight();

        async Task TeamAsync(string what, string page, string action, params (string, string)[] fields) =>
            await TwiceAsync(what, await organiser.Go(page), action, mailLeftBetween, fields);

        async Task NewsletterAsync()
        {
            await organiser.Go("/nieuwsbrieven");
            await organiser.Press("Nieuw concept");
            var issue = organiser.Address.AbsolutePath;
            await organiser.Press("Bewaren", ("Form.Title", "Nieuws"), ("Form.Body", "Er is een rustige kamer."));
            await TeamAsync("newsletter tried", issue, issue + "/proef");
            await site.Db(async db =>
            {
                db.Consents.Add(
                    new ConsentRecord
                    {
                        PersonId = (await db.Persons.SingleAsync(item => item.FirstName == "Bram")).Id,
                        ProjectId = world.Project,
                        Purpose = ConsentPurpose.Newsletter,
                        TextVersion = "1",
                        Channel = ConsentChannel.Phone,
                        GivenAt = site.Clock.Utc,
                    }
                );
                await db.SaveChangesAsync();
            });
            await TeamAsync("newsletter sent", issue + "/verzending", issue + "/verzending", ("Form.When", "Soon"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_sent_after_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        site.Clock.Set(BeenTable.Evening);
        var organiser = await table.World.SignIn();
        await TeamAsync(
            "who was there",
            table.Path("afloop"),
            table.Path("afloop"),
            (BeenTable.BoxOf(await organiser.Go(table.Path("afloop")), "Anna"), "true"),
            (BeenTable.BoxOf(organiser, "Bram"), "true")
        );
        var anna = await table.LookBackOf("Anna");
        await TwiceAsync(
            "look-back",
            anna,
            "terugblik",
            mailLeftBetween,
            ("Form.Outcome", "No"),
            ("Form.Words", "woorden")
        );
        await anna.Go(anna.Address.AbsolutePath);
        await TwiceAsync("contact list choice", anna, "terugblik/contact", mailLeftBetween, ("Give.Name", "true"));
        await TeamAsync(
            "look-back written down",
            $"/uitnodigingen/{table["Bram"]}/terugblik",
            $"/uitnodigingen/{table["Bram"]}/terugblik",
            ("Form.Outcome", "Partly"),
            ("Form.Words", "kort"),
            ("Form.Channel", "Phone"),
            ("Form.ContactList", "Asked"),
            ("Form.Name", "true")
        );
        await TeamAsync("notes", table.Path("notities"), table.Path("notities"), ("Form.Lines", "kans: een jobcoach"));
        await TeamAsync("report made", table.Path("verslag"), table.Path("verslag"));
        await TeamAsync("report proof", table.Path("verslag"), table.Path("verslag/proef"));
        foreach (var who in new[] { PreparedTable.Fenna, PreparedTable.Gijs })
        {
            await TwiceAsync(
                "agreed",
                await (await table.World.SignIn(who)).Go(table.Path("verslag")),
                table.Path("verslag/akkoord"),
                mailLeftBetween
            );
        }

        await TeamAsync("report sent", table.Path("verslag/verzending"), table.Path("verslag/verzending"));
        await TeamAsync(
            "contact list sent",
            table.Path("contactlijst/verzending"),
            table.Path("contactlijst/verzending")
        );
        await TeamAsync(
            "an action",
            table.Path("acties/nieuw"),
            table.Path("acties/nieuw"),
            ("Form.Text", "Een proefdag regelen"),
            ("Owner.OwnerId", $"{(await table.World.Read(table["Anna"])).PersonId}"),
            ("Form.Level", "Own")
        );
        var action = await site.Db(db => db.Actions.MinAsync(item => item.Id));
        await TeamAsync(
            "action given",
            $"/acties/{action}/overdracht",
            $"/acties/{action}/overdracht",
            ("Owner.OwnerId", $"{(await table.World.Read(table["Bram"])).PersonId}")
        );
        await TeamAsync(
            "a note with an action",
            $"/acties/{action}",
            $"/acties/{action}/notitie",
            ("Note.Words", "gebeld")
        );
        await TeamAsync("action stopped", $"/acties/{action}", $"/acties/{action}/stop", ("Stop.Reason", "lukte niet"));
        AssertRight();

        async Task TeamAsync(string what, string page, string action, params (string, string)[] fields) =>
            await TwiceAsync(what, await organiser.Go(page), action, mailLeftBetween, fields);
    }

    [Fact]
    public async Task Somebody_else_named_with_a_wrong_address_and_then_with_the_right_one_is_what_the_team_reads_and_hears_of()
    {
        var fleur = await table.World.Invite("Fleur", "Gemeente", "fleur@voorbeeld.example");
        var person = await MyTableAsync(fleur);
        await SayAsync("vera@voorbeeld.exampel");
        await SayAsync("vera@voorbeeld.example");
        await table.World.SendAsync();
        Assert.Equal(1, await NoticesAsync());
        Assert.Contains("vera@voorbeeld.example", await ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("exampel", await ReadAsync(), StringComparison.Ordinal);

        // The team may have acted on it by now: a later correction is told anew, the same once more is not.
        await SayAsync("vera.bos@voorbeeld.example");
        await SayAsync("vera.bos@voorbeeld.example");
        await table.World.SendAsync();
        await SayAsync("vera.bos@voorbeeld.example");
        await table.World.SendAsync();

        Assert.Equal(2, await NoticesAsync());
        Assert.Contains("vera.bos@voorbeeld.example", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(
            2,
            await site.Db(db => db.Mails.CountAsync(mail => mail.InvitationId == fleur && mail.State == MailState.Sent))
        );

        async Task SayAsync(string address)
        {
            await person.Go(person.Address.AbsolutePath.Split("/iemand", 2)[0] + "/iemand-anders");
            await person.Press("Verstuur", ("Form.Name", "Vera"), ("Form.Address", address), ("Form.Agreed", "Agreed"));
            Assert.Equal(HttpStatusCode.OK, person.Status);
        }

        async Task<string> ReadAsync() => (await (await table.World.SignIn()).Go($"/uitnodigingen/{fleur}")).Text;

        Task<int> NoticesAsync() =>
            site.Db(db =>
                db.Mails.CountAsync(mail => mail.Key.StartsWith("iemand-anders-team:") && mail.State == MailState.Sent)
            );
    }

    private async Task<Visitor> MyTableAsync(int invitation, string? choice = null)
    {
        var person = await new Visitor(site.Open()).Go(await table.World.LinkOf(invitation));
        if (choice is not null)
        {
            await table.World.AnswerAsync(invitation, RsvpAnswer.No);
        }

        return person;
    }

    /// <summary>Sends one form twice in a row with the same fields, as it stood on the page.</summary>
    /// <param name="action">Of the form; without a slash in front: below the page where the person is.</param>
    private async Task TwiceAsync(
        string what,
        Visitor at,
        string action,
        bool mailLeftBetween,
        params (string Name, string Value)[] fields
    )
    {
        var path = action.StartsWith('/') ? action : $"/mijn-tafel/{at.Address.Segments[2].TrimEnd('/')}/{action}";
        var form = at.Page.Forms.FirstOrDefault(item => item.GetAttribute("action") == path);
        if (form is null && !action.StartsWith('/'))
        {
            await at.Go(path);
            form = at.Page.Forms.FirstOrDefault(item => item.GetAttribute("action") == path);
        }

        if (form is null)
        {
            wrong.Add(
                $"{what}: no form to {path} on {at.Address}: "
                    + $"{string.Join(' ', at.Page.Forms.Select(item => item.GetAttribute("action")))}"
            );
            return;
        }

        var before = DatabaseContent.Of(site);
        await PostAsync(what, at, form, path, fields);
        if (DatabaseContent.Of(site).ChangesSince(before).Count == 0)
        {
            wrong.Add($"{what}: nothing happened at all");
        }

        if (mailLeftBetween)
        {
            await table.World.SendAsync();
        }

        var (once, live) = (Counts(), await LiveAsync());
        await PostAsync(what + ", again", at, form, path, fields);
        foreach (
            var (kind, count) in Counts()
                .Where(item =>
                    item.Value > once.GetValueOrDefault(item.Key) && !(mailLeftBetween && AskedAgain.Contains(what))
                )
        )
        {
            doubles.Add($"{what}: {count - once.GetValueOrDefault(kind)} more of {kind}");
        }

        foreach (
            var (kind, count) in (await LiveAsync()).Where(item =>
                item.Value > live.GetValueOrDefault(item.Key) && !(mailLeftBetween && AskedAgain.Contains(what))
            )
        )
        {
            doubles.Add($"{what}: {count - live.GetValueOrDefault(kind)} more mail {kind}");
        }

        await table.World.SendAsync();
    }

    private async Task PostAsync(string what, Visitor at, IHtmlFormElement form, string path, (string, string)[] fields)
    {
        using var answer = await at.Http.PostAsync(new Uri(at.Address, path), form.Filled(fields));
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            wrong.Add($"{what}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>Rows of each table, without mails and what only writes down that somebody looked.</summary>
    private Dictionary<string, int> Counts() =>
        DatabaseContent
            .Of(site)
            .Rows.Keys.Select(key => key.Split('/')[0])
            .Where(name => !Ledgers.Contains(name) && name is not ("Mails" or "MailContents"))
            .GroupBy(name => name)
            .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>
    /// Mails that leave or left, by kind and person: one that took the place of another is not a double.
    /// </summary>
    private async Task<Dictionary<string, int>> LiveAsync() =>
        (
            await site.Db(db =>
                db.Mails.Where(mail => mail.State != MailState.Dropped && mail.State != MailState.Recalled)
                    .Select(mail => mail.Kind + " to " + mail.Recipient)
                    .ToListAsync()
            )
        )
            .GroupBy(kind => kind)
            .ToDictionary(group => group.Key, group => group.Count());

    private void AssertRight()
    {
        var all = string.Join(" | ", wrong.Concat(doubles.Where(item => !MakeTwo.Contains(item.Split(':')[0]))));
        Assert.True(all.Length == 0, all);
    }
}
