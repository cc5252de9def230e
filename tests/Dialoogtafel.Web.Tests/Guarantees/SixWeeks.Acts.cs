using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What the story does to the site.</summary>
public sealed partial class SixWeeks
{
    private async Task DoAsync(Act act)
    {
        var by =
            act.ByPhone || act.Deed == Deed.TakeOff ? new Hand(ContactChannel.Phone, world.OrganiserPerson) : Hand.Self;
        switch (act.Deed)
        {
            case Deed.AskAll:
                var organiser = await world.SignIn();
                await organiser.Go($"/bijeenkomsten/{world.Table}/verzending");
                await organiser.Press($"Ja, naar {SixWeeksStory.People - 2} mensen");
                break;
            case Deed.Ask or Deed.AskForMorning:
                await AskAsync(act);
                break;
            case Deed.Move:
                await world.MoveAsync(
                    (
                        "Form.Date",
                        story.MovedTo.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                    )
                );
                Assert.Equal(
                    story.Starts(0, act.At),
                    await site.Db(db =>
                        db.Gatherings.Where(item => item.Id == tables[0])
                            .Select(item => item.StartsAt!.Value)
                            .SingleAsync()
                    )
                );
                break;
            case Deed.PutReady:
                await world.PutQuestionsReadyAsync(tables[act.Table]);
                break;
            case Deed.Prepare:
                // Sometimes only the job sees it.
                await world.FinishAsync(
                    invitations[(act.Table, act.Person)],
                    PreparedBy.Thinking,
                    stopsReminders: act.ByPhone
                );
                break;
            case Deed.TakeOff:
                await DeskAsync(desk =>
                    desk.WithdrawAsync(tables[act.Table], invitations[(act.Table, act.Person)], by, act.At, default)
                );
                break;
            case Deed.LeaveList:
                await DeskAsync(desk =>
                    desk.AskRemovalAsync(tables[act.Table], invitations[(act.Table, act.Person)], act.At, default)
                );
                break;
            default:
                var answer =
                    act.Deed == Deed.MaybeNextWeek ? RsvpAnswer.Maybe : Enum.Parse<RsvpAnswer>(act.Deed.ToString());
                await DeskAsync(desk =>
                    desk.TakeAsync(tables[act.Table], invitations[(act.Table, act.Person)], answer, by, act.At, default)
                );
                if (act.Deed == Deed.MaybeNextWeek)
                {
                    await DeskAsync(desk =>
                        desk.TellMoreAsync(
                            tables[act.Table],
                            invitations[(act.Table, act.Person)],
                            act.At,
                            default,
                            item => item.KnowsLater(KnowsWhen.NextWeek, act.At.AddDays(14), act.At)
                        )
                    );
                }

                break;
        }
    }

    private async Task AskAsync(Act act)
    {
        var id =
            act.Table == 0
                ? (await world.Invite([Guest(act.Person)], approached: false))[0]
                : await site.Db(async db =>
                {
                    var first = await world.Read(invitations[(0, act.Person)]);
                    var invitation = new Invitation
                    {
                        GatheringId = tables[1],
                        PersonId = first.PersonId,
                        PerspectiveId = first.PerspectiveId,
                        ViaWhom = "Petra",
                        CreatedAt = act.At,
                    };
                    db.Invitations.Add(invitation);
                    db.Links.Add(
                        new PersonalLink
                        {
                            Purpose = LinkPurpose.MyTable,
                            PersonId = first.PersonId,
                            GatheringId = tables[1],
                            CreatedAt = act.At,
                        }
                    );
                    await db.SaveChangesAsync();
                    return invitation.Id;
                });
        await KnowAsync(act.Table, act.Person, id);
        var organiser = await world.SignIn();
        using var sent = await organiser.Http.SendAsync(
            $"/uitnodigingen/{id}/voorbeeld",
            $"/uitnodigingen/{id}/verzending",
            ("Send.When", act.Deed == Deed.AskForMorning ? "InTheMorning" : "Now")
        );
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, sent.StatusCode);
    }

    private async Task DeskAsync(Func<AnswerDesk, Task<bool>> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.True(await act(scope.ServiceProvider.GetRequiredService<AnswerDesk>()));
    }
}
