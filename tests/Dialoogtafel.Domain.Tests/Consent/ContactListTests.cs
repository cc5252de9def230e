using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Network;

namespace Dialoogtafel.Domain.Tests.Consent;

public sealed class ContactListTests
{
    private static readonly DateTime Now = new(2026, 12, 3, 20, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Who_asked_to_be_removed_stands_on_no_list_though_the_erasing_comes_later()
    {
        var person = new Person { FirstName = "Dina", Phone = "06 404 07 777" };
        var given = ContactList.Change(
            [],
            new HashSet<ContactField> { ContactField.Name, ContactField.Phone },
            new(person.Id, 1, 5, "1", ConsentChannel.Page, null),
            Now
        );
        Assert.Equal("06 404 07 777", Assert.Single(ContactList.For(5, [person], given)).Phone);

        person.AskRemoval(Now);

        Assert.Empty(ContactList.For(5, [person], given));
    }
}
