using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What the story does to the site.</summary>
public sealed partial class NinetyDays
{
    private async Task AgreeAsync()
    {
        var organiser = await world.SignIn();
        foreach (var (owner, number) in NinetyDaysStory.Owners.Select((owner, number) => (owner, number)))
        {
            await organiser.Go($"/bijeenkomsten/{world.Table}/acties/nieuw");
            await organiser.Press(
                "Bewaren",
                ("Form.Text", $"Actie {number}"),
                ("Owner.OwnerId", owner is null ? "" : $"{persons[owner]}"),
                ("Form.Level", nameof(ActionLevel.Own))
            );
            actions.Add(int.Parse(organiser.Address.Segments[^1], CultureInfo.InvariantCulture));
        }
    }

    private async Task DoAsync(NinetyAct act)
    {
        var (id, organiser) = (actions[act.Action], await world.SignIn());
        switch (act.Deed)
        {
            case NinetyDeed.Says:
                var link = await site.Db(db =>
                    db.Links.AsNoTracking().SingleAsync(item => item.ActionId == id && item.WithdrawnAt == null)
                );
                var owner = await Visitor.To(site).Go($"/a/{site.Services.GetRequiredService<LinkTokens>().For(link)}");
                await owner.Press("Verstuur mijn antwoord", ("Form.Answer", act.With));
                break;
            case NinetyDeed.SaysByPhone:
                await (await organiser.Go("/te-bellen")).PressIn(
                    $"actie-{id}",
                    "Bewaar dit antwoord",
                    ("Call.Answer", act.With)
                );
                break;
            case NinetyDeed.NotReached:
                await (await organiser.Go("/te-bellen")).PressIn($"actie-{id}", "Niet bereikt");
                break;
            case NinetyDeed.HandOver:
                await (await organiser.Go($"/acties/{id}/overdracht")).Press(
                    "Draag over",
                    ("Owner.OwnerId", $"{persons[act.With]}")
                );
                break;
            case NinetyDeed.GoesOn:
                await (await organiser.Go($"/acties/{id}")).Press(
                    "Ga door",
                    ("Continue.Target", table.AddDays(80).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                );
                break;
            case NinetyDeed.Stops:
                await (await organiser.Go($"/acties/{id}")).Press(
                    "Stop deze actie",
                    ("Stop.Reason", "Het is niet meer nodig.")
                );
                break;
            case NinetyDeed.Erases:
                await (await organiser.Go($"/personen/{persons[NinetyDaysStory.Owners[act.Action]!]}/wissing")).Press(
                    "Ja, wis alles"
                );
                break;
            default:
                throw new InvalidOperationException($"{act}");
        }
    }

    /// <summary>A person looks at a mail that may have arrived: Cor's is sent again, the others are left.</summary>
    private Task LookAtUncertainAsync() =>
        site.Db(async db =>
        {
            foreach (
                var mail in await db
                    .Mails.Where(mail => mail.State == MailState.Uncertain && mail.Recipient == Bounces)
                    .ToListAsync()
            )
            {
                mail.SendAgain(site.Clock.Utc);
            }

            await db.SaveChangesAsync();
        });
}
