using Dialoogtafel.Browser.Tests.Pages;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Calls;

/// <summary>Somebody without a mouse works through te bellen.</summary>
[Collection("Stories")]
public sealed class CallsByKeyboardTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    const int People = 17;

    [BrowserFact]
    public async Task Seventeen_people_are_called_by_keys_alone()
    {
        var page = await browser.NewPage();
        await demo.SignInAsync(page);
        await FillAsync();
        await page.GotoAsync(demo.Url("/te-bellen"));
        await page.NoAxeViolations();
        var rows = page.Locator(".calls > li:not(#acties li, #afgezegd li, #vervangers li)");
        Assert.Equal(People, await rows.CountAsync());

        var keys = new Keyboard(page);
        for (var done = 0; done < People; done++)
        {
            var row = rows.First;
            if (done % 4 == 3)
            {
                await keys.Press(row.Locator("summary.button"));
                await SendAsync(page, keys, row.Locator("button[value=NotReached]"));
            }
            else
            {
                await SendAsync(page, keys, row.Locator("button:visible[name='Form.Press']").First);
            }

            // Waits for the new page: the answer has come, and is perhaps not drawn yet.
            await Assertions.Expect(rows).ToHaveCountAsync(People - done - 1);
            if (done < People - 1)
            {
                // The next row is where Tab goes on: its name is the first stop, or what was just said about the last
                // one.
                await page.Keyboard.PressAsync("Tab");
                Assert.True(
                    await rows.First.EvaluateAsync<bool>("row => row.contains(document.activeElement)"),
                    $"after {done + 1} calls the focus is not near the next row"
                );
            }
        }

        Assert.Equal(
            People,
            await demo.Db(db => db.CallAttempts.CountAsync(item => item.At > DemoSite.Now.AddMinutes(-30)))
        );
        await page.Context.CloseAsync();
    }

    static async Task SendAsync(IPage page, Keyboard keys, ILocator button)
    {
        await keys.TabTo(button);
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Enter"),
            answer => answer.Request.IsNavigationRequest && answer.Status == 200
        );
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>People without a mail address beside those whom the demo has already.</summary>
    Task FillAsync() =>
        demo.Db(async db =>
        {
            var like = await db.Invitations.AsNoTracking().FirstAsync(item => item.Gathering!.Number == 1);
            // The demo's own list is looked at elsewhere; here every row is somebody who still has to be asked.
            await db
                .Invitations.Where(item => item.GatheringId == like.GatheringId)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.WithdrawnAt, (DateTime?)DemoSite.Now));
            for (var number = 1; number <= People; number++)
            {
                var person = new Person
                {
                    FirstName = $"Beller{number}",
                    LastName = "Voorbeeld",
                    Phone = $"06-555020{number:00}",
                    CreatedAt = DemoSite.Now,
                };
                db.Add(person);
                await db.SaveChangesAsync();
                db.Add(
                    new PersonalLink
                    {
                        Purpose = LinkPurpose.MyTable,
                        PersonId = person.Id,
                        GatheringId = like.GatheringId,
                        CreatedAt = DemoSite.Now,
                    }
                );
                db.Add(
                    new Invitation
                    {
                        GatheringId = like.GatheringId,
                        PersonId = person.Id,
                        PerspectiveId = like.PerspectiveId,
                        ApproacherId = like.ApproacherId,
                        ViaWhom = "Marieke",
                        CreatedAt = DemoSite.Now,
                    }
                );
            }

            return await db.SaveChangesAsync();
        });
}
