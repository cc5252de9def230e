using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.SecondStep;

/// <summary>
/// The second step in a real browser: a passkey of a virtual authenticator, by keys alone; and a code app without
/// script (S11).
/// </summary>
[Collection("Stories")]
public sealed class PasskeyTests(Rig.Browser browser)
{
    [BrowserFact]
    public async Task A_passkey_is_made_and_opens_the_next_session_by_keys_alone()
    {
        await using var team = await TeamSite.WithAnnaAsync();
        var page = await browser.NewPage();
        var keyboard = new Keyboard(page);
        var device = await AuthenticatorAsync(page);
        await team.SignInAsync(page);

        await page.GotoAsync(team.Url(team.Guarded));
        Assert.Contains("/team/tweede-stap?terug=", page.Url, StringComparison.Ordinal);
        await LookAsync(page, "tweede-sleutel-nieuw");
        await keyboard.Type(page.GetByLabel("Hoe noemt u dit apparaat?"), "mijn telefoon");
        await keyboard.Press(page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }));
        await page.WaitForURLAsync("**" + team.Guarded);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Moet Bert");

        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        await team.SignInAsync(page);
        Assert.Contains("/team/tweede-stap", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(team.Url("/netwerk"));
        await LookAsync(page, "tweede-stap");
        await keyboard.Press(page.GetByRole(AriaRole.Button, new() { Name = "Gebruik mijn passkey" }));
        await page.WaitForURLAsync("**/netwerk");

        await page.GotoAsync(team.Url("/team/tweede-stap"));
        await Assertions.Expect(page.Locator(".people")).ToContainTextAsync("mijn telefoon");
        await LookAsync(page, "tweede-sleutel-een");
        await device.RemoveAsync();
        await AuthenticatorAsync(page);
        await page.GetByLabel("Hoe noemt u dit apparaat?").FillAsync("de laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice.done")).ToContainTextAsync("de laptop");
        await page.Locator(".person", new() { HasText = "mijn telefoon" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator(".notice.done")).ToContainTextAsync("De passkey is weg");
        await Assertions.Expect(page.Locator(".people")).Not.ToContainTextAsync("mijn telefoon");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_device_that_does_not_know_the_passkey_gets_a_sentence_and_no_session()
    {
        await using var team = await TeamSite.WithAnnaAsync();
        var page = await browser.NewPage();
        var device = await AuthenticatorAsync(page);
        await team.SignInAsync(page);
        await page.GotoAsync(team.Url("/team/tweede-stap"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice.done")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        await device.RemoveAsync();
        await AuthenticatorAsync(page);

        await team.SignInAsync(page);
        await Assertions.Expect(page.Locator("[data-passkey-wrong]")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gebruik mijn passkey" }).ClickAsync();

        await Assertions
            .Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("niet gelukt", new() { Timeout = 70_000 });
        await page.GotoAsync(team.Url("/netwerk"));
        Assert.Contains("/team/tweede-stap", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Without_script_a_code_app_does_it_by_keys_alone()
    {
        await using var team = await TeamSite.WithAnnaAsync();
        var page = await browser.NewPage(Device.Narrow with { Script = false });
        await team.SignInAsync(page);
        await page.GotoAsync(team.Url(team.Guarded));
        Assert.False(await page.GetByText("Maak een passkey").IsVisibleAsync());
        await Assertions.Expect(page.GetByText("Gebruik dan een app met codes")).ToBeVisibleAsync();

        var keyboard = new Keyboard(page);
        await keyboard.Press(page.GetByRole(AriaRole.Button, new() { Name = "Begin met een app" }));
        await page.WaitForURLAsync("**/tweede-stap/app?**");
        await page.NoSidewaysScroll();
        var secret = (await page.Locator(".secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await keyboard.Type(page.GetByLabel("De code van zes cijfers"), CodeApp.Code(secret, TeamSite.Now));
        await keyboard.Press(page.GetByRole(AriaRole.Button, new() { Name = "Klaar" }));
        await page.WaitForURLAsync("**" + team.Guarded);

        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_page_of_the_code_app_is_looked_at()
    {
        await using var team = await TeamSite.WithAnnaAsync();
        var page = await browser.NewPage();
        await team.SignInAsync(page);
        await page.GotoAsync(team.Url("/team/tweede-stap"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin met een app" }).ClickAsync();
        await page.WaitForURLAsync("**/tweede-stap/app?**");
        await LookAsync(page, "tweede-sleutel-app");
        await page.GotoAsync(team.Url("/team"));
        await LookAsync(page, "team");
        await page.Context.CloseAsync();
    }

    /// <summary>A device that answers by itself, as a finger would.</summary>
    static async Task<Authenticator> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return new Authenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    static async Task LookAsync(IPage page, string name)
    {
        await page.NoAxeViolations();
        foreach (var (device, width) in new[] { ("desktop", 1280), ("phone", 390), ("narrow", 320) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.NoSidewaysScroll();
            await page.ShotIfAsked($"{name}-{device}");
        }

        await page.SetViewportSizeAsync(1280, 900);
    }

    sealed record Authenticator(ICDPSession Session, string Id)
    {
        public async Task RemoveAsync()
        {
            await Session.SendAsync(
                "WebAuthn.removeVirtualAuthenticator",
                new Dictionary<string, object> { ["authenticatorId"] = Id }
            );
            await Session.SendAsync("WebAuthn.disable");
        }
    }
}
