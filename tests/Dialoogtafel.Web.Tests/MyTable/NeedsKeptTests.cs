using System.Text;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>
/// How what somebody needs is kept: per device, sealed, and told about in the mails (S06, S60).
/// </summary>
public sealed class NeedsKeptTests : NeedsFixture
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_shown_on_no_other_device_until_the_person_proves_that_it_is_hers(bool guarded)
    {
        using var site = guarded ? new Site() : new Site().With(EveryDeviceIsTheirs.Sabotage);
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        var other = await Visitor.To(site).Go(await world.LinkOf(anna));
        var table = other.Address.AbsolutePath;
        await other.Go($"{table}/nodig");

        Assert.Equal(
            !guarded,
            other.Page.DocumentElement.InnerHtml.Contains("kanarie", StringComparison.OrdinalIgnoreCase)
        );
        if (!guarded)
        {
            return;
        }

        Assert.Contains("U liet eerder al iets weten", other.Text, StringComparison.Ordinal);
        Assert.Null(other.Page.QuerySelector("[name='Form.Erase']"));
        await other.Go(table);
        await other.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        await other.Go(
            MailBox.All(site).Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal)).LinkTo("/u/")
        );
        await other.Press("Ja, toon mijn antwoorden");
        Assert.Contains(Canary, (await other.Go($"{table}/nodig")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_on_another_device_is_kept_beside_the_first()
    {
        using var site = new Site();
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        var other = await Visitor.To(site).Go(await world.LinkOf(anna));
        await other.Go($"{other.Address.AbsolutePath}/nodig");
        await other.Press("Bewaar", ("Form.Text", "Liever thee"), ("Form.Erase", "true"));
        Assert.Equal(1, await site.Db(db => db.Needs.CountAsync()));
        await other.Press("Bewaar", ("Form.Text", "Liever thee"));

        Assert.Equal([Canary, "Liever thee"], (await ToldAsync(site)).Select(item => item.Text));
        Assert.Equal(
            Canary,
            (await visitor.Go(visitor.Address.AbsolutePath)).Page.QuerySelector("textarea")!.ValueOf()
        );
    }

    [Fact]
    public async Task Without_cookies_each_telling_stands_by_itself_and_the_same_one_twice_is_one()
    {
        using var site = new Site();
        var (world, anna, _) = await ComesAsync(site);
        using var http = site.CreateClient(
            new()
            {
                BaseAddress = new Uri("https://localhost"),
                HandleCookies = false,
                AllowAutoRedirect = false,
            }
        );
        var path = $"{await world.LinkOf(anna)}/nodig";
        foreach (var text in new[] { Canary, Canary, "Liever thee" })
        {
            var visitor = await new Visitor(http).Go(path);
            Assert.Equal("", visitor.Page.QuerySelector("textarea")!.ValueOf());
            await visitor.Press("Bewaar", ("Form.Text", text));
            Assert.Contains("Wij hebben het bewaard", visitor.Text, StringComparison.Ordinal);
        }

        Assert.Equal([Canary, "Liever thee"], (await ToldAsync(site)).Select(item => item.Text));
    }

    [Fact]
    public async Task Nothing_of_it_is_readable_in_the_database_or_its_log_of_writes()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await TellAsync(visitor);

        foreach (var file in Directory.EnumerateFiles(site.Folder, "*.db*"))
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            var text = Encoding.UTF8.GetString(all.ToArray());
            Assert.All(new[] { "kanarie", "Kanariestra", nameof(Need.MoreBreaks) }, word =>
                Assert.DoesNotContain(word, text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task The_confirmation_and_the_week_before_say_that_it_can_be_told_and_the_day_before_does_not()
    {
        using var site = new Site();
        await ComesAsync(site);
        var mails = new List<string>();
        foreach (
            var day in new[]
            {
                new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 12, 2, 9, 30, 0, TimeSpan.Zero),
            }
        )
        {
            site.Clock.Set(day);
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            mails.Add(MailBox.Newest(site).Text.ReplaceLineEndings(" "));
        }

        Assert.Equal(
            [true, true, false],
            mails.Select(text =>
                text.Contains("Heeft u aan tafel iets nodig, of neemt u iemand mee?", StringComparison.Ordinal)
            )
        );
        Assert.Equal(3, mails.Distinct().Count());
    }
}
