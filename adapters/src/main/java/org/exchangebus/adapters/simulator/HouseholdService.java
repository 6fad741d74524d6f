package org.exchangebus.adapters.simulator;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;

/** The operation that the register offers, as its WSDL tells it. */
@WebService(
        name = "HouseholdPort",
        serviceName = "HouseholdService",
        portName = "HouseholdPort",
        targetNamespace = HouseholdService.NAMESPACE)
public final class HouseholdService {

    static final String NAMESPACE = "http://hjgl.police.example/";

    private static final int LARGEST_PAGE = 1_000;

    private final HouseholdRegister register;

    HouseholdService(HouseholdRegister register) {
        this.register = register;
    }

    /**
     * The residents of a page, as a string of XML.
     *
     * @param since not looked at, as in many such services
     */
    @WebMethod(action = "queryPersons")
    @WebResult(name = "queryPersonsReturn")
    public String queryPersons(
            @WebParam(name = "strUserName") String user,
            @WebParam(name = "strUserPwd") String password,
            @WebParam(name = "strKssj") String since,
            @WebParam(name = "intPage") int page,
            @WebParam(name = "intPageSize") int pageSize) {
        if (!register.knows(user, password)) {
            return HouseholdPage.refusal("-1", "用户名或密码错误");
        }
        if (page < 1 || pageSize < 1 || pageSize > LARGEST_PAGE) {
            return HouseholdPage.refusal("-2", "分页参数错误");
        }
        return register.page(page, pageSize).xml();
    }
}
