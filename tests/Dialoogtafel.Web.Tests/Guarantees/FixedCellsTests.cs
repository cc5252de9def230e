using System.Net;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>The fixed cells of the rights matrix whose pages exist; each is red without its guard.</summary>
public sealed class FixedCellsTests
{
    private const string Typed = "kanarie in de ochtend";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_co_researcher_of_another_project_does_not_read_what_a_person_typed(bool guarded)
    {
        using var site = SiteWith(guarded);
        var cast = await WithTypedNoteAsync(site);

        var text = await TextAsync(cast, "co-researcher of B", $"/uitnodigingen/{cast.Invitation}", guarded);

        Assert.Equal(!guarded, text.Contains(Typed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_who_is_only_administrator_reads_no_invitation_and_no_board(bool guarded)
    {
        using var site = SiteWith(guarded);
        var cast = await WithTypedNoteAsync(site);

        Assert.Equal(
            !guarded,
            (await TextAsync(cast, "administrator", $"/uitnodigingen/{cast.Invitation}", guarded)).Contains(
                Typed,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            !guarded,
            (await TextAsync(cast, "administrator", $"/bijeenkomsten/{cast.World.Table}/werving", guarded)).Contains(
                Cast.Guest,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Somebody_who_is_only_administrator_reads_no_person_and_no_mail()
    {
        using var site = new Site();
        var cast = await Cast.On(site);

        foreach (
            var path in new[]
            {
                "/personen/1",
                "/netwerk",
                "/beheer/post",
                $"/beheer/post/{cast.Mail}",
                $"/beheer/post/{cast.Mail}/beeld",
                "/reeksen",
                "/team",
            }
        )
        {
            using var answer = await cast["administrator"].Browser.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_organiser_sees_the_mail_of_a_participant_with_its_link_masked(bool guarded)
    {
        using var site = new Site();
        var cast = await Cast.On(site);
        // The demo, in which nobody is real, masks nothing.
        site.Services.GetRequiredService<InstallationOptions>().Demo = !guarded;
        var token = (await cast.World.LinkOf(cast.Invitation))["/u/".Length..];
        Assert.Contains(
            token,
            (await site.MailsAsync()).Single(mail => mail.Row.Id == cast.Mail).Mail.Text,
            StringComparison.Ordinal
        );

        Assert.Equal(
            !guarded,
            (await cast["organiser of A"].Browser.GetStringAsync($"/beheer/post/{cast.Mail}/beeld")).Contains(
                token,
                StringComparison.Ordinal
            )
        );
        foreach (
            var path in new[]
            {
                guarded ? $"/beheer/post/{cast.Mail}" : "/beheer/post",
                "/beheer/post",
                $"/uitnodigingen/{cast.Invitation}",
                $"/uitnodigingen/{cast.Invitation}/voorbeeld",
                $"/bijeenkomsten/{cast.World.Table}/werving",
            }
        )
        {
            Assert.DoesNotContain(
                token,
                await cast["organiser of A"].Browser.GetStringAsync(path),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_from_the_public_sees_nothing_of_a_table(bool guarded)
    {
        using var site = SiteWith(guarded);
        var cast = await Cast.On(site);
        using var answer = await cast["nobody"].Browser.GetAsync($"/uitnodigingen/{cast.Invitation}/voorbeeld/mail");

        Assert.Equal(
            !guarded,
            (await answer.Content.ReadAsStringAsync()).Contains("Buurthuis De Linde", StringComparison.Ordinal)
        );
        Assert.Equal(guarded, answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_former_member_is_signed_out_with_her_old_session()
    {
        using var site = new Site();
        var cast = await Cast.On(site);
        var former = cast["former organiser of A"].Browser;

        foreach (var path in new[] { "/start", "/netwerk", $"/bijeenkomsten/{cast.World.Table}" })
        {
            using var answer = await former.GetAsync(path);
            Assert.StartsWith("/team/inloggen", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_forwarded_link_in_another_browser_does_not_show_what_was_typed_and_the_persons_own_does(
        bool guarded
    )
    {
        using var site = guarded ? new Site() : new Site().With(EveryDeviceIsTheirs.Sabotage);
        var cast = await WithTypedNoteAsync(site);
        var link = await cast.World.LinkOf(cast.Invitation);
        using var cookieless = site.CreateDefaultClient(new Uri("https://localhost"));

        Assert.Equal(
            !guarded,
            (await new Visitor(site.Open()).Go(link)).Text.Contains(Typed, StringComparison.Ordinal)
        );
        Assert.Equal(!guarded, (await new Visitor(cookieless).Go(link)).Text.Contains(Typed, StringComparison.Ordinal));
        Assert.Contains(Typed, own!.Text, StringComparison.Ordinal);
    }

    private Visitor? own;

    private async Task<Cast> WithTypedNoteAsync(Site site)
    {
        var cast = await Cast.On(site);
        own = await new Visitor(site.Open()).Go(await cast.World.LinkOf(cast.Invitation));
        await own.Go(own.Address.AbsolutePath + "/antwoord");
        await own.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
        await own.Press("Verstuur", ("Form.How", "CallMe"), ("Form.Phone", "06 555 12 345"), ("Form.CallWhen", Typed));
        return cast;
    }

    private static async Task<string> TextAsync(Cast cast, string asker, string path, bool guarded)
    {
        using var answer = await cast[asker].Browser.GetAsync(path);
        Assert.Equal(guarded ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Site SiteWith(bool guarded) => guarded ? new Site() : new Site().Without<RightsFilter>();
}
