using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Templates;
using Dialoogtafel.Web.Tests.Guarantees;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// Which mails can be said anew while they wait (decision 0029), in a house where every mail was sent. A new mail
/// follows the facts and a corrected address, or stands here with its reason.
/// </summary>
public sealed class SaidAnewTests
{
    private static readonly string[] KeepTheirBytes =
    [
        // To the team, about a moment that is not stored.
        "acties-overzicht",
        "afzegging-alarm",
        "draaiboek",
        "iemand-anders-team",
        "leest-mee-team",
        "voorbereidingsoverzicht",
        "weghalen-verzoek",
        "welkom-team",
        // To an account, or to an address that was typed: these never follow a person.
        "inloggen",
        "nieuws-aan",
        "op-de-hoogte",
        "testmail",
        "tweede-sleutel-erbij",
        "tweede-sleutel-weg",
        // Asked for by a press, which can be pressed again.
        "antwoorden-zien",
        "link-opnieuw",
        "nieuwsbrief-proef",
        // To the former address alone.
        "adres-veranderd",
        // Made again as a whole, with its version (ILastLook).
        "contactlijst",
        // Names who reads along since that moment.
        "leest-mee",
        // The last one to somebody who asked to be erased.
        "wij-wissen",
    ];

    [Fact]
    public async Task Every_mail_can_be_said_anew_or_stands_here_with_its_reason()
    {
        using var site = new Site();
        await FullHouse.On(site);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var makers = scope.ServiceProvider.GetServices<IMakesAnew>().ToList();
        var said = new HashSet<string>();
        foreach (var mail in await db.Mails.AsNoTracking().ToListAsync())
        {
            foreach (var maker in makers)
            {
                if (await maker.AnewAsync(mail, default) is { } letter && letter.Text.Kind == mail.Kind)
                {
                    said.Add(mail.Kind);
                }
            }
        }

        var kept = MailCatalogue.Everything.Select(mail => mail.Kind).Except(said).Order().ToList();
        Assert.True(kept.SequenceEqual(KeepTheirBytes.Order()), string.Join(", ", kept));
    }
}
