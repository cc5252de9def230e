using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>S42, F10: whoever presses "Verstuur" fifty times sends each person one mail.</summary>
public sealed class SendOnceTests
{
    private const int Presses = 50;
    private const int People = 12;

    [Fact]
    public async Task Fifty_presses_on_the_invitation_of_one_person_send_one_mail()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example", approached: false);

        await PressAsync(site, world, $"/uitnodigingen/{anna}/voorbeeld", $"/uitnodigingen/{anna}/verzending");

        Assert.Equal(["anna@voorbeeld.example"], await SentAsync(site));
        Assert.Equal([InvitationState.Approached], (await world.Read(anna)).History.Select(line => line.State));
    }

    [Fact]
    public async Task Fifty_presses_on_the_sending_of_a_whole_table_send_one_mail_a_person()
    {
        using var site = new Site();
        var world = await World.On(site);
        await world.Invite(
            [
                .. Enumerable
                    .Range(1, People)
                    .Select(number =>
                        (
                            $"Gast{number}",
                            "Ervaringsdeskundige",
                            (string?)$"gast{number}@voorbeeld.example",
                            (string?)null
                        )
                    ),
            ],
            approached: false
        );

        await PressAsync(
            site,
            world,
            $"/bijeenkomsten/{world.Table}/verzending",
            $"/bijeenkomsten/{world.Table}/verzending"
        );

        var sent = await SentAsync(site);
        Assert.Equal((People, People), (sent.Count, sent.Distinct().Count()));
    }

    [Fact]
    public async Task Fifty_answers_at_once_are_one_answer_with_one_confirmation()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example");
        var link = await world.LinkOf(anna);
        using var http = site.CreateDefaultClient(new Uri("https://localhost"));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Presses)
                .Select(_ => http.PostAsync($"{link}/antwoord", new FormUrlEncodedContent([new("Form.Answer", "Yes")])))
        );

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(1, (await world.Read(anna)).AnswerNumber);
        Assert.Single(await SentAsync(site));
    }

    /// <summary>
    /// The form of the page, sent fifty times at the same moment; every press reads a page and none an error.
    /// </summary>
    private static async Task PressAsync(Site site, World world, string page, string action)
    {
        var browser = await site.SignedInAsync(world.OrganiserPerson);
        var form = await browser.PageAsync(page);

        var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => browser.SendAsync(form, action)));

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode));
    }

    private static async Task<List<string>> SentAsync(Site site)
    {
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();
        Assert.Equal(Directory.GetFiles(site.MailFolder, "*.eml").Length, await site.Db(db => db.Mails.CountAsync()));
        return await site.Db(db => db.Mails.Select(mail => mail.Recipient).ToListAsync());
    }
}
