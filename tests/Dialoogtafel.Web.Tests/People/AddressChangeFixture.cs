using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>
/// Anna, who is asked for the table of 3 December, and a browser in which the team changes her address.
/// </summary>
public abstract class AddressChangeFixture : IAsyncLifetime
{
    protected const string Old = "anna@voorbeeld.example";
    protected const string New = "anna@nieuw.example";
    protected readonly Site site = new();
    protected World world = null!;
    protected int anna;
    protected HttpClient petra = null!;

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        anna = await world.Invite("Anna", "Gemeente", Old, "06 555 00 002");
        petra = await site.SignedInAsync(world.OrganiserPerson);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A need that was typed on a device, or told to a team member.</summary>
    protected Task TypeAsync(int invitation, string device, int? toldTo = null) =>
        site.Db(async db =>
        {
            db.Needs.Add(
                new Needs
                {
                    InvitationId = invitation,
                    Device = toldTo is null ? device : null,
                    ById = toldTo,
                    At = site.Clock.Utc,
                    Channel = toldTo is null ? ContactChannel.Page : ContactChannel.Phone,
                    Words = site.Services.GetRequiredService<FieldCipher>().Seal("{}"),
                }
            );
            await db.SaveChangesAsync();
        });

    protected async Task<HttpResponseMessage> ChangeAsync(int invitation, string address, HttpClient? browser = null) =>
        await ChangePersonAsync((await world.Read(invitation)).PersonId, address, browser ?? petra);

    protected static Task<HttpResponseMessage> ChangePersonAsync(int person, string address, HttpClient browser) =>
        browser.SendAsync($"/personen/{person}", $"/personen/{person}", ("Contact.Email", address));
}
