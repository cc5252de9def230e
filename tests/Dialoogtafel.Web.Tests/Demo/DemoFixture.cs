using System.Net;
using System.Text.Json;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Demo;

/// <summary>The links of the demo.</summary>
public abstract class DemoFixture
{
    protected static async Task<JsonElement> LinksAsync(Site site)
    {
        _ = site.Services;
        return JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(site.Folder, "data", "demo", "links.json")))
            .RootElement;
    }
}
