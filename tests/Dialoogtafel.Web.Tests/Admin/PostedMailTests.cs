using System.Net;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>One mail: read, sent again or left as it is.</summary>
public sealed class PostedMailTests : PostFixture
{
    [Fact]
    public async Task The_organiser_reads_the_mail_and_not_the_secret_of_its_link()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Çağla", await TableAsync(site, mine));

        var page = await client.GetStringAsync($"/beheer/post/{id}");
        using var picture = await client.GetAsync($"/beheer/post/{id}/beeld");
        var html = await picture.Content.ReadAsStringAsync();

        Assert.Contains("Beste &#xC7;a&#x11F;la", page, StringComparison.Ordinal);
        Assert.Contains("tafel.example/u/", page, StringComparison.Ordinal);
        Assert.Contains("tafel.example/u/", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page + html, StringComparison.Ordinal);
        Assert.Contains(
            "sandbox",
            picture.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failed_mail_goes_again_with_the_same_bytes()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), MailState.Failed);
        var before = (await MailAsync(site, id)).Content;

        using var answer = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/verzending");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await site.Run<MailPump>();

        var mail = await MailAsync(site, id);
        Assert.Equal(MailState.Sent, mail.State);
        Assert.Equal(
            site.Services.GetRequiredService<FieldCipher>().OpenBytes(before!),
            await File.ReadAllBytesAsync(Directory.GetFiles(site.MailFolder, "*.eml").Single())
        );
    }

    [Fact]
    public async Task An_uncertain_mail_goes_again_only_when_double_is_chosen()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), MailState.Uncertain);

        using var asServed = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/verzending");
        Assert.Contains(
            "Kruis aan dat de mail dubbel mag aankomen",
            (await asServed.PageAsync()).Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(MailState.Uncertain, (await MailAsync(site, id)).State);

        using var chosen = await client.SendAsync(
            $"/beheer/post/{id}",
            $"/beheer/post/{id}/verzending",
            ("MayBeDouble", "true")
        );
        Assert.Equal(MailState.Queued, (await MailAsync(site, id)).State);
    }

    [Theory]
    [InlineData(MailState.Uncertain, MailState.Sent)]
    [InlineData(MailState.Failed, MailState.Dropped)]
    public async Task A_mail_can_be_left_as_it_is(MailState before, MailState after)
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), before);

        using var answer = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/afhandeling");
        await site.Run<MailPump>();

        Assert.Equal(after, (await MailAsync(site, id)).State);
        Assert.False(Directory.Exists(site.MailFolder));
        Assert.Empty(await StepsAsync(site, mine!.Value));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_opened_does_not_stop_the_next_one()
    {
        await using var site = new Site();
        var broken = await AddAsync(site, "Carla", null);
        await site.Db(db =>
            db.MailContents.Where(content => content.MailId == broken)
                .ExecuteUpdateAsync(set => set.SetProperty(content => content.Bytes, new SealedText([1, 2, 3])))
        );
        site.Clock.Move(TimeSpan.FromSeconds(1));
        var good = await AddAsync(site, "Dirk", null);

        Assert.True(await site.Run<MailPump>());

        Assert.Equal(MailState.Failed, (await MailAsync(site, broken)).State);
        Assert.Equal(MailState.Sent, (await MailAsync(site, good)).State);
    }
}
