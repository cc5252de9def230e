using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Calendar;

/// <summary>
/// The entry of a table in one person's calendar, from the ja to the end, as two readers that are not ours see
/// it.
/// </summary>
public sealed class EntryLifeTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();
    private World world = null!;

    public async Task InitializeAsync() => world = await World.On(site, 1, (Lived, 0));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [BothReadersFact]
    public async Task It_moves_once_with_the_table_and_is_taken_away_once()
    {
        var anna = await ComingAsync("Anna");
        await world.MoveAsync(
            ("Form.Date", "2026-12-10"),
            ("Form.Time", "10:00"),
            ("Form.PlaceName", "Het Anker"),
            ("Form.Address", "Kade 2; Utrecht")
        );
        await world.SendAsync();
        await world.CancelAsync();
        await world.SendAsync();

        var files = await FilesOf(anna);
        Assert.Equal(
            [
                ("bevestiging", "REQUEST", "CONFIRMED", 0),
                ("verplaatst", "REQUEST", "CONFIRMED", 1),
                ("vervallen", "CANCEL", "CANCELLED", 2),
            ],
            files.Select(file => (file.Kind, file.Read.Method, file.Read.Status, file.Read.Sequence))
        );
        Assert.Single(files.Select(file => file.Read.Uid).Distinct());
        Assert.Equal(
            ["2026-12-03T13:00:00Z", "2026-12-10T09:00:00Z", "2026-12-10T09:00:00Z"],
            files.Select(file => file.Read.Start.Utc)
        );
        Assert.Equal("Het Anker, Kade 2; Utrecht", files[1].Read.Location);
        Assert.All(files, file =>
            Assert.Equal(
                ("mailto:anna@voorbeeld.example", "ACCEPTED", "FALSE"),
                (
                    Assert.Single(file.Read.Attendees) is var one
                        ? (one.Address.ToLowerInvariant(), one.Partstat, one.Rsvp)
                        : default
                )
            )
        );
        Assert.Equal(CalendarChange.Removed, (await world.RowsOf("vervallen")).Single().Entry);
    }

    [BothReadersTheory]
    [InlineData("2027-03-27", "14:00", "2027-03-27T13:00:00Z")]
    [InlineData("2027-03-28", "14:00", "2027-03-28T12:00:00Z")]
    [InlineData("2027-10-30", "14:00", "2027-10-30T12:00:00Z")]
    [InlineData("2027-10-31", "14:00", "2027-10-31T13:00:00Z")]
    public async Task On_either_side_of_a_daylight_saving_night_both_readers_see_the_clock_on_the_wall(
        string date,
        string time,
        string utc
    )
    {
        var anna = await ComingAsync("Anna");
        await world.MoveAsync(("Form.Date", date), ("Form.Time", time));
        await world.SendAsync();

        var file = (await FilesOf(anna))[^1].Read;
        Assert.Equal(
            new ReadMoment
            {
                Local = $"{date}T{time}:00",
                Utc = utc,
                Zone = "Europe/Amsterdam",
            },
            file.Start
        );
        Assert.Equal(
            DateTimeOffset
                .Parse(utc, System.Globalization.CultureInfo.InvariantCulture)
                .AddMinutes(await MinutesAsync()),
            DateTimeOffset.Parse(file.End.Utc, System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [BothReadersFact]
    public async Task A_nee_after_a_ja_takes_it_away_once_and_a_later_ja_is_newer()
    {
        var anna = await ComingAsync("Anna");
        await AnswerAndSendAsync(anna, RsvpAnswer.No);
        await AnswerAndSendAsync(anna, RsvpAnswer.Contribute);
        await AnswerAndSendAsync(anna, RsvpAnswer.Yes);

        var files = await FilesOf(anna);
        Assert.Equal(
            [("bevestiging", "REQUEST"), ("bedankt-nee", "CANCEL"), ("bevestiging", "REQUEST")],
            files.Select(file => (file.Kind, file.Read.Method))
        );
        Assert.Equal(
            files.Select(file => file.Read.Sequence).Distinct().Order(),
            files.Select(file => file.Read.Sequence)
        );
        Assert.Contains(
            "uit uw agenda",
            (await world.MailsOf(anna)).Single(mail => mail.Row.Kind == "bedankt-nee").Mail.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "uit uw agenda",
            (await world.MailsOf(anna)).Single(mail => mail.Row.Kind == "meedenken").Mail.Text,
            StringComparison.Ordinal
        );
    }

    [BothReadersFact]
    public async Task Leaving_the_list_takes_it_away_and_who_never_had_it_gets_no_mail()
    {
        var (anna, bert) = (await ComingAsync("Anna"), await world.Invite("Bert", Lived, "bert@voorbeeld.example"));
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{anna}/intrekking");
        Assert.Contains("haalt", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, haal van de lijst");
        await organiser.Go($"/uitnodigingen/{bert}/intrekking");
        Assert.Contains("Er gaat geen mail.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, haal van de lijst");
        await world.SendAsync();

        var files = await FilesOf(anna);
        Assert.Equal([("bevestiging", 0), ("van-de-lijst", 1)], files.Select(file => (file.Kind, file.Read.Sequence)));
        Assert.Equal("CANCEL", files[1].Read.Method);
        Assert.Empty(await world.MailsOf(bert));
    }

    [Fact]
    public async Task Who_waits_for_a_chair_gets_no_file_in_any_mail()
    {
        await ComingAsync("Anna");
        var bert = await world.Invite("Bert", Lived, "bert@voorbeeld.example");
        await AnswerAndSendAsync(bert, RsvpAnswer.Yes);
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();
        await world.CancelAsync();
        await world.SendAsync();

        var mails = await world.MailsOf(bert);
        Assert.Equal(["ja-wij-bellen", "verplaatst", "vervallen"], mails.Select(mail => mail.Row.Kind));
        Assert.All(mails, mail => Assert.False(mail.Mail.HasCalendar));
    }

    [Fact]
    public async Task A_ja_that_was_not_confirmed_yet_leaves_nothing_to_take_away()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await AnswerAndSendAsync(anna, RsvpAnswer.No);

        Assert.All(await world.MailsOf(anna), mail => Assert.False(mail.Mail.HasCalendar));
    }

    [BothReadersFact]
    public async Task The_uid_stays_when_the_address_of_the_site_changes()
    {
        var anna = await ComingAsync("Anna");
        await site.Db(db =>
            db.Installation.ExecuteUpdateAsync(set => set.SetProperty(item => item.MailFrom, "post@ander.example"))
        );
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();

        Assert.Single((await FilesOf(anna)).Select(file => file.Read.Uid).Distinct());
    }

    [BothReadersFact]
    public async Task Who_comes_can_download_the_same_entry_without_anybodys_address_or_link_in_it()
    {
        var anna = await ComingAsync("Anna");
        var link = await world.LinkOf(anna);
        var visitor = Visitor.To(site);
        await visitor.Go(link);
        using var answer = await visitor.Http.GetAsync(
            new Uri(
                visitor.Address,
                visitor
                    .Page.QuerySelectorAll("a")
                    .Single(item => item.Words() == "Zet de tafel in mijn agenda")
                    .GetAttribute("href")!
            )
        );
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(
            ("text/calendar", "attachment", "dialoogtafel.ics"),
            (
                answer.Content.Headers.ContentType!.MediaType,
                answer.Content.Headers.ContentDisposition!.DispositionType,
                answer.Content.Headers.ContentDisposition.FileName
            )
        );
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(link[3..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", text, StringComparison.OrdinalIgnoreCase);
        var (read, again) = (RigFiles.ReadCalendar(text), RigFiles.ReadCalendarAgain(text));
        Assert.Equal(
            ("PUBLISH", 0, (await FilesOf(anna)).Single().Read.Uid),
            (read.Method, read.Attendees.Length, read.Uid)
        );
        Assert.Equal(
            (read.Method, read.Uid, read.Sequence, read.Start, read.Summary),
            (again.Method, again.Uid, again.Sequence, again.Start, again.Summary)
        );
    }

    [Fact]
    public async Task The_download_is_for_who_comes_alone_and_asks_for_the_link()
    {
        var (anna, bert) = (await ComingAsync("Anna"), await world.Invite("Bert", Lived, "bert@voorbeeld.example"));
        using var stranger = await Visitor.To(site).Http.GetAsync("/mijn-tafel/1/agenda");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var undecided = await Visitor.To(site).Http.GetAsync(await world.LinkOf(bert) + "/agenda");
        Assert.Equal(HttpStatusCode.NotFound, undecided.StatusCode);
        using var comes = await Visitor.To(site).Http.GetAsync(await world.LinkOf(anna) + "/agenda");
        Assert.Equal(HttpStatusCode.OK, comes.StatusCode);
    }

    /// <summary>Said ja and has the confirmation.</summary>
    private async Task<int> ComingAsync(string name)
    {
        var invitation = await world.Invite(name, Lived, $"{name}@voorbeeld.example");
        await AnswerAndSendAsync(invitation, RsvpAnswer.Yes);
        return invitation;
    }

    private async Task AnswerAndSendAsync(int invitation, RsvpAnswer answer)
    {
        await world.AnswerAsync(invitation, answer);
        await world.SendAsync(1);
    }

    private Task<int> MinutesAsync() => site.Db(db => db.Gatherings.Select(item => item.Minutes).SingleAsync());

    /// <summary>
    /// The calendar files of one person in order. Both readers must agree on everything that both report.
    /// </summary>
    private async Task<List<(string Kind, ReadCalendar Read)>> FilesOf(int invitation)
    {
        var files = new List<(string, ReadCalendar)>();
        foreach (var mail in (await world.MailsOf(invitation)).Where(mail => mail.Mail.HasCalendar))
        {
            var part = RigFiles.Read(mail.Bytes).Parts.Single(part => part.Type == "text/calendar");
            var (read, again) = (part.Calendar!, RigFiles.ReadCalendarAgain(part.Text!));
            Assert.Equal(read.Method, part.Parameters["method"]);
            Assert.Equal(
                (
                    read.Method,
                    read.Events,
                    read.Uid,
                    read.Sequence,
                    read.Status,
                    read.Summary,
                    read.Location,
                    read.Start,
                    read.End
                ),
                (
                    again.Method,
                    again.Events,
                    again.Uid,
                    again.Sequence,
                    again.Status,
                    again.Summary,
                    again.Location,
                    again.Start,
                    again.End
                )
            );
            Assert.Equal(read.Attendees, again.Attendees);
            files.Add((mail.Row.Kind, read));
        }

        return files;
    }
}
